package netsight.async.its.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import netsight.async.its.Caller;
import netsight.async.its.Eventually;

/** Us, in WildFly. */
final class Subject implements AutoCloseable {
    static final int CLIENTS = 4;
    private static final int READABLE = 10_000;

    private final URI context;
    private final Caller caller;
    private final Sql sql = new Sql();
    private int holds;

    Subject(URI context) throws Exception {
        this.context = context;
        caller = Caller.of(context.resolve("api/"));
    }

    URI url(String path) {
        return context.resolve(path);
    }

    Sql sql() {
        return sql;
    }

    /** @return how many processes a second were started, from within the server, and have ended with a stored result */
    double inServer(String resource, int processes) throws Exception {
        URI url = context.resolve("starts?starts=" + processes / CLIENTS + "&path=/api/bench/" + resource);
        return ended(new Load(CLIENTS, 200, url, Connection.request("POST", url)), CLIENTS, processes);
    }

    /** @return the same, of those started by HTTP */
    double byHttp(String resource, int processes) throws Exception {
        return ended(Load.posts(CLIENTS, 202, url("api/bench/" + resource)), processes, processes);
    }

    private double ended(Load load, int requests, int processes) throws Exception {
        int target = counted() + processes;
        long begin = System.nanoTime();
        load.send(requests);
        while (counted() < target) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        while (sql.unfinished() > 0) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return processes / Load.seconds(begin);
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }

    /** Runs until {@link #release}. */
    String hold() throws Exception {
        return caller.start("bench/held/" + ++holds);
    }

    void release() throws Exception {
        caller.post("bench/released/" + holds);
        while (sql.unfinished() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private int counted() throws Exception {
        return Integer.parseInt(caller.get("bench/counted").body());
    }

    /** @return how many statuses of finished processes are read a second, by the registry */
    double reads() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url("api/reads?threads=8&millis=2000"))
                .POST(BodyPublishers.ofString(sql.ids(READABLE)))
                .build();
        return Double.parseDouble(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    String result(String id) throws Exception {
        return Eventually.get(() -> caller.get("processes/" + id + "/result"), answer -> answer.statusCode() == 200)
                .body();
    }

    @Override
    public void close() throws Exception {
        sql.close();
    }
}
