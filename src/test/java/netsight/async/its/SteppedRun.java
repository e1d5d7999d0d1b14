package netsight.async.its;

import static netsight.async.its.Caller.json;

import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A run of a {@link SteppedTask}, and the hand that leads it: every step is a request. */
final class SteppedRun {
    private final Caller caller;
    private final String name;
    private final String id;

    private SteppedRun(Caller caller, String name, String id) {
        this.caller = caller;
        this.name = name;
        this.id = id;
    }

    /**
     * Starts the resource at this path, as an API client does; it waits for its first step.
     *
     * @param form fields beside the name, and their values, in turn
     */
    static SteppedRun start(Caller caller, String path, String... form) throws Exception {
        String name = UUID.randomUUID().toString();
        String[] named = Stream.concat(Stream.of("name", name), Stream.of(form)).toArray(String[]::new);
        return new SteppedRun(caller, name, caller.start(path, named));
    }

    /** The same, once it really runs. */
    static SteppedRun running(Caller caller, String path, String... form) throws Exception {
        SteppedRun run = start(caller, path, form);
        run.status(now -> now.getString("status").equals("running"));
        return run;
    }

    /** The same, once the run itself says so. */
    static SteppedRun ready(Caller caller, String path, String... form) throws Exception {
        SteppedRun run = start(caller, path, form);
        run.status(now -> now.getString("message", "").equals(CancelTask.READY));
        return run;
    }

    String id() {
        return id;
    }

    String url() {
        return "processes/" + id;
    }

    void step(String step) throws Exception {
        int code = caller.post("steps/" + name, "step", step).statusCode();
        if (code != 204) {
            throw new AssertionError(step + ": " + code);
        }
    }

    JsonObject status() throws Exception {
        return json(caller.get(url()));
    }

    /** The first status that is as expected. */
    JsonObject status(Predicate<JsonObject> expected) throws Exception {
        return Eventually.get(this::status, expected);
    }

    JsonObject ended() throws Exception {
        return caller.ended(id);
    }
}
