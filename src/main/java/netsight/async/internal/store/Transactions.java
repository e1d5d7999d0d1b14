package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Function;

/** Works in a transaction of its own: what the application has open neither sees nor undoes it. */
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
}
