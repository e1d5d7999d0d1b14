package netsight.async.its.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/** A large body by hand-written JDBC, in chunks and transactions as large as ours: what the database itself can do. */
final class ChunkFloor implements AutoCloseable {
    private static final int CHUNK = 256 * 1024;
    private static final int TOGETHER = 4;

    private final Connection connection = DriverManager.getConnection(
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres",
            "postgres",
            "postgres");

    ChunkFloor() throws SQLException {
        execute("create table if not exists chunk_floor (process uuid, number int, bytes bytea not null,"
                + " primary key (process, number))");
        connection.setAutoCommit(false);
    }

    /** Stores a body, reads it and deletes it. */
    void pass(int megabytes) throws SQLException {
        UUID process = UUID.randomUUID();
        int chunks = (int) (((long) megabytes << 20) / CHUNK);
        store(process, chunks);
        for (int first = 0; first < chunks; first += TOGETHER) {
            read(process, first);
        }
        execute("delete from chunk_floor where process = '" + process + "'");
        connection.commit();
    }

    private void store(UUID process, int chunks) throws SQLException {
        byte[] chunk = new byte[CHUNK];
        // nothing that a database could compress
        new SplittableRandom(1).nextBytes(chunk);
        try (PreparedStatement insert = connection.prepareStatement("insert into chunk_floor values (?, ?, ?)")) {
            for (int number = 0; number < chunks; number++) {
                insert.setObject(1, process);
                insert.setInt(2, number);
                insert.setBytes(3, chunk);
                insert.addBatch();
                if ((number + 1) % TOGETHER == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private void read(UUID process, int first) throws SQLException {
        try (PreparedStatement some = connection.prepareStatement(
                "select bytes from chunk_floor where process = ? and number >= ? and number < ? order by number")) {
            some.setObject(1, process);
            some.setInt(2, first);
            some.setInt(3, first + TOGETHER);
            try (ResultSet rows = some.executeQuery()) {
                while (rows.next()) {
                    rows.getBytes(1);
                }
            }
        }
        connection.commit();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
