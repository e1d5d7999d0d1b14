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

/** Ordinary requests: a few callers, each one request after another. */
final class Pings {
    private static final int CALLERS = 2;
    private static final int EACH = 2500;

    private final URI url;

    Pings(URI url) {
        this.url = url;
    }

    Percentiles measure() {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<CompletableFuture<List<Long>>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(CompletableFuture.supplyAsync(this::one, threads));
            }
            return new Percentiles(
                    callers.stream().flatMap(caller -> caller.join().stream()).toList());
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> one() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            long begin = System.nanoTime();
            ping();
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    // blocking and as plain as can be: what a client adds is to be little
    private void ping() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                body.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
