package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import netsight.async.internal.store.StateChange.Insert;

/** Writes new processes. Those whose threads wait for them have started with that, and need no mark. */
@ApplicationScoped
class Inserts {
    @Inject
    Lives lives;

    /** @return what is to be done when it has been committed */
    List<Runnable> write(EntityManager em, List<Insert> inserts) {
        // the database keeps no more
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Runnable> told = new ArrayList<>();
        for (Insert insert : inserts) {
            ProcessRow row = insert.row();
            boolean starts = insert.handover().isAwaited() && row.node.equals(lives.mine());
            row.begin(starts ? now : null);
            em.persist(row);
            StoredProcess stored = starts ? insert.process().startedAt(now, row.node) : insert.process();
            told.add(() -> {
                insert.handover().complete(stored);
                insert.done().complete(null);
            });
        }
        return told;
    }
}
