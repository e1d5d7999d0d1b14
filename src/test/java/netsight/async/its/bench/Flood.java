package netsight.async.its.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts many processes: a few callers, each one request after another. */
final class Flood {
    private static final int CALLERS = 4;

    private final URI url;

    Flood(URI url) {
        this.url = url;
    }

    /** @return how many were accepted a second */
    double start(int processes) {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        long begin = System.nanoTime();
        try {
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int each = processes / CALLERS + (i < processes % CALLERS ? 1 : 0);
                callers.add(CompletableFuture.runAsync(() -> one(each), threads));
            }
            callers.forEach(CompletableFuture::join);
            return processes / ((System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private void one(int processes) {
        for (int i = 0; i < processes; i++) {
            try {
                post();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void post() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Accept", "application/json");
        connection.setFixedLengthStreamingMode(0);
        connection.setDoOutput(true);
        connection.getOutputStream().close();
        if (connection.getResponseCode() != 202) {
            throw new IOException(url + " answers " + connection.getResponseCode());
        }
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}
