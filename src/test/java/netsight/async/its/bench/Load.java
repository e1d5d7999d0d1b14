package netsight.async.its.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few clients that send the same request, each one after another. */
final class Load {
    private final URI url;
    private final byte[] request;
    private final int clients;
    private final int expected;

    Load(int clients, int expected, URI url, byte[] request) {
        this.clients = clients;
        this.expected = expected;
        this.url = url;
        this.request = request;
    }

    static Load posts(int clients, int expected, URI url) {
        return new Load(clients, expected, url, Connection.request("POST", url));
    }

    /** @return how many a second */
    double send(int requests) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int each = requests / clients + (i < requests % clients ? 1 : 0);
                all.add(CompletableFuture.runAsync(() -> one(each), threads));
            }
            all.forEach(CompletableFuture::join);
            return requests / seconds(begin);
        } finally {
            threads.shutdown();
        }
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void one(int requests) {
        try (Connection connection = new Connection(url)) {
            for (int i = 0; i < requests; i++) {
                int status = connection.send(request);
                if (status != expected) {
                    throw new AssertionError(url + " answers " + status);
                }
            }
        }
    }
}
