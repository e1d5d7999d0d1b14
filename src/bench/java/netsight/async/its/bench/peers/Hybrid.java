package netsight.async.its.bench.peers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The floor, written by hand: the insert commits on the caller's thread, ends are written behind in groups. No start mark, no
 * recovery, no limits, no replay: nothing that keeps records can be expected to be faster.
 */
final class Hybrid implements Peer {
    private static final int LINGER_MILLIS = 5;

    private record Ended(UUID id, long started, long ended, String result) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private List<Ended> ended = new ArrayList<>();
    private Database database;

    @Override
    public void open(Database database) throws Exception {
        this.database = database;
        database.execute(
                "create table process (id uuid primary key, state int not null, input varchar(2000),"
                        + " result varchar(2000), created bigint, started bigint, ended bigint)",
                "create index unfinished on process (created) where state < 2");
        Thread writer = new Thread(this::write, "writer");
        writer.setDaemon(true);
        writer.start();
    }

    // time-ordered: they do not scatter over the index
    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    @Override
    public Object submit() throws SQLException {
        UUID id = newId();
        try (Connection connection = database.pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into process (id, state, input, created) values (?, 0, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, "trivial");
            insert.setLong(3, System.currentTimeMillis());
            insert.executeUpdate();
        }
        workers.execute(() -> run(id));
        return id;
    }

    private void run(UUID id) {
        long started = System.currentTimeMillis();
        Ended one = new Ended(id, started, System.currentTimeMillis(), Job.run());
        lock.lock();
        try {
            ended.add(one);
            some.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try (Connection connection = database.pool.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update process set state = 2, started = ?, ended = ?, result = ? where id = ?")) {
            connection.setAutoCommit(false);
            while (true) {
                for (Ended one : next()) {
                    update.setLong(1, one.started());
                    update.setLong(2, one.ended());
                    update.setString(3, one.result());
                    update.setObject(4, one.id());
                    update.addBatch();
                }
                update.executeBatch();
                connection.commit();
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Ended> next() throws InterruptedException {
        lock.lock();
        try {
            while (ended.isEmpty()) {
                some.await();
            }
        } finally {
            lock.unlock();
        }
        TimeUnit.MILLISECONDS.sleep(LINGER_MILLIS);
        lock.lock();
        try {
            List<Ended> batch = ended;
            ended = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean allRecorded() throws SQLException {
        return database.none("process where state < 2");
    }

    @Override
    public Object read(Object id) throws SQLException {
        try (Connection connection = database.pool.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select state, result from process where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
