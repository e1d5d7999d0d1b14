package netsight.async.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import netsight.async.internal.setup.Log;

/**
 * Knows whether the database is away. Then somebody tries it now and then, and all others fail at once: neither they nor
 * the server's log are kept busy by it.
 */
@ApplicationScoped
class Outage {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LOOK_MILLIS = 100;

    /** Of SQLState: connections, who may have one, the end of the server, its disks, no more resources, and a standby server. */
    private static final List<String> AWAY = List.of("08", "28", "3D", "57P", "58", "53", "25006");

    /** Deadlocks and the like, locks that were not to be had in time, time-outs. */
    private static final List<String> PASSING = List.of("40", "55P03", "57014", "HYT");

    private final AtomicReference<Throwable> away = new AtomicReference<>();
    private final AtomicLong tried = new AtomicLong();

    /**
     * @return to be handed to {@link #works} afterwards
     * @throws DatabaseFailure if it is away, and others try it
     */
    Throwable check() {
        Throwable cause = away.get();
        if (cause != null) {
            long last = tried.get();
            long now = System.nanoTime();
            if (now - last < PAUSE_NANOS || !tried.compareAndSet(last, now)) {
                throw DatabaseFailure.unsent(cause);
            }
        }
        return cause;
    }

    /** @throws DatabaseFailure if it is away, for all that is known */
    void checkAway() {
        Throwable cause = away.get();
        if (cause != null) {
            throw DatabaseFailure.unsent(cause);
        }
    }

    /** @param checked why it was away before: who began before it was proves nothing */
    void works(Throwable checked) {
        if (checked != null && away.compareAndSet(checked, null)) {
            Log.databaseBack();
        }
    }

    DatabaseFailure failed(Throwable cause) {
        boolean gone = isAway(cause);
        if (gone) {
            tried.set(System.nanoTime());
            if (away.compareAndSet(null, cause)) {
                Log.databaseAway(cause);
            }
        }
        return new DatabaseFailure(cause, gone);
    }

    /**
     * Tries again until it is back.
     *
     * @param wanted throws as soon as nobody waits any more
     */
    <T> T patiently(Runnable wanted, Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (DatabaseFailure e) {
                if (!e.isAway() && !e.isPassing()) {
                    throw e;
                }
                wanted.run();
                pause(e);
            }
        }
    }

    private static void pause(DatabaseFailure failure) {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Whether it was not this statement that failed, but the way to the database. */
    static boolean isAway(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        collect(failure, all);
        boolean refused = all.stream().anyMatch(one -> one instanceof SQLException sql && sql.getSQLState() != null);
        return all.stream().anyMatch(Outage::isConnection)
                || !refused && all.stream().anyMatch(Outage::isServer);
    }

    /** Whether it was not this statement that failed, but others at the same time were in its way. */
    static boolean isPassing(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        collect(failure, all);
        return all.stream().anyMatch(one -> one instanceof SQLTransientException || hasState(one, PASSING));
    }

    private static void collect(Throwable failure, List<Throwable> all) {
        if (failure != null && !all.contains(failure)) {
            all.add(failure);
            collect(failure.getCause(), all);
            for (Throwable suppressed : failure.getSuppressed()) {
                collect(suppressed, all);
            }
            if (failure instanceof SQLException sql) {
                collect(sql.getNextException(), all);
            }
        }
    }

    private static boolean isConnection(Throwable failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || hasState(failure, AWAY);
    }

    private static boolean hasState(Throwable failure, List<String> states) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && states.stream().anyMatch(sql.getSQLState()::startsWith);
    }

    // its pool of connections, by name: not every server shows it to applications; or its transactions
    private static boolean isServer(Throwable failure) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("jakarta.resource.ResourceException")
                    || type.getPackageName().equals("jakarta.transaction")
                            && !RuntimeException.class.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }
}
