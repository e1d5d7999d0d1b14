package netsight.async.its.bench.peers;

import java.util.List;

/** A scheduler that somebody would take instead. It runs {@link Job}s on 8 threads and keeps its records in the database. */
interface Peer extends AutoCloseable {
    int THREADS = 8;

    /** Creates the tables and starts the workers. */
    void open(Database database) throws Exception;

    /** Submits one job; durable when this returns. Returns its id. */
    Object submit() throws Exception;

    /** Whether the database has no unfinished job any more. */
    boolean allRecorded() throws Exception;

    /** One status read by id, as the library's API offers it. */
    Object read(Object id) throws Exception;

    /** Ids to read: those of the finished jobs, where the store keeps them. */
    default List<Object> readable(List<Object> finished) throws Exception {
        return finished;
    }

    static Peer of(String name) {
        return switch (name) {
            case "jobrunr" -> new JobRunr();
            case "db-scheduler-fetch" -> new DbScheduler(false);
            case "db-scheduler-lock" -> new DbScheduler(true);
            case "jberet" -> new JBeret();
            case "hybrid" -> new Hybrid();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
