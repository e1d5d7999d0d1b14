package netsight.async.internal.run;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import netsight.async.ProcessStatus;
import netsight.async.internal.store.Checkpoints;
import netsight.async.internal.store.Claim;
import netsight.async.internal.store.StateChanges;

/** Writes checkpoints as JSON, and reads them in a later attempt. */
@ApplicationScoped
class Checkpointing {
    @Inject
    Checkpoints store;

    @Inject
    StateChanges changes;

    private Jsonb jsonb;

    @PostConstruct
    void open() {
        jsonb = JsonbBuilder.create();
    }

    /** That of a process which is about to run. */
    Checkpoint of(ProcessStatus accepted, Claim claim) {
        return new Checkpoint(
                this,
                claim,
                accepted.attempt() == 0 ? null : store.find(accepted.id()).orElse(null));
    }

    boolean store(Claim claim, ProcessStatus running, String json) {
        changes.require(claim);
        return store.store(running, json);
    }

    /** @throws IllegalArgumentException if it is too long to be stored */
    String write(Object value) {
        String json = jsonb.toJson(value);
        if (json.length() > Checkpoints.MOST) {
            throw new IllegalArgumentException("A checkpoint of " + json.length()
                    + " characters cannot be stored, but one of " + Checkpoints.MOST
                    + ": it should say where the run is,"
                    + " not what it has made");
        }
        return json;
    }

    <T> T read(String json, Type type) {
        return jsonb.fromJson(json, type);
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
