package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Function;

/** Works apart from the application's transaction: what that has open neither sees nor undoes it. */
@ApplicationScoped
class Transactions {
    @Transactional(TxType.REQUIRES_NEW)
    <T> T inNew(EntityManagerFactory factory, Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            T result = work.apply(em);
            em.flush();
            return result;
        }
    }

    /** For what is read by one statement: a transaction of its own would be one more exchange with the database. */
    @Transactional(TxType.NOT_SUPPORTED)
    <T> T inNone(EntityManagerFactory factory, Function<EntityManager, T> read) {
        try (EntityManager em = factory.createEntityManager()) {
            return read.apply(em);
        }
    }
}
