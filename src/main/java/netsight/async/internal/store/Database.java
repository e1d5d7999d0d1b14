package netsight.async.internal.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The persistence unit: on the data source that the application's {@code web.xml} names by the resource-ref
 * {@code jdbc/netsight-async}, else on the server's default one. It is opened here and not by the container, so that it is
 * not among the application's own persistence units, which may go on without a name.
 */
@ApplicationScoped
public class Database {
    private static final String REFERENCE = "java:comp/env/jdbc/netsight-async";
    private static final String STANDARD = "java:comp/DefaultDataSource";

    @Inject
    Transactions transactions;

    @Inject
    Interrupts interrupts;

    @Inject
    Outage outage;

    private EntityManagerFactory factory;

    /** @throws IllegalStateException if there is no data source; the message tells what to do */
    public void start() {
        factory = Persistence.createEntityManagerFactory(
                "netsight-async", Map.of("jakarta.persistence.jtaDataSource", dataSource()));
    }

    /**
     * Works in a transaction of its own; it has committed when this returns.
     *
     * @throws DatabaseFailure if the database does not do it
     */
    <T> T transact(Function<EntityManager, T> work) {
        return shielded(() -> transactions.inNew(factory, work));
    }

    /**
     * Reads what has been committed, by one statement.
     *
     * @throws DatabaseFailure if the database does not do it
     */
    <T> T read(Function<EntityManager, T> work) {
        return shielded(() -> transactions.inNone(factory, work));
    }

    private <T> T shielded(Supplier<T> work) {
        Throwable away = outage.check();
        try {
            T result = interrupts.shield(work);
            outage.works(away);
            return result;
        } catch (Exception e) {
            if (!factory.isOpen()) {
                throw DatabaseFailure.closed();
            }
            // a commit throws what is checked
            if (e instanceof PersistenceException
                    || e instanceof TransactionalException
                    || !(e instanceof RuntimeException)) {
                throw outage.failed(e);
            }
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        if (factory != null) {
            factory.close();
        }
    }

    private static Object dataSource() {
        try {
            return found(REFERENCE);
        } catch (NamingException noReference) {
            try {
                return found(STANDARD);
            } catch (NamingException e) {
                throw new IllegalStateException(
                        "netsight.async needs a data source and found none: give the server a default data source ("
                                + STANDARD + "), or add to WEB-INF/web.xml <resource-ref><res-ref-name>"
                                + "jdbc/netsight-async</res-ref-name><res-type>javax.sql.DataSource</res-type>"
                                + "<lookup-name>java:jboss/datasources/YOURS</lookup-name></resource-ref>",
                        e);
            }
        }
    }

    private static Object found(String name) throws NamingException {
        return new InitialContext().lookup(name);
    }
}
