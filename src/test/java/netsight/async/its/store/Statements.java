package netsight.async.its.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.StringJoiner;

/** Lets PostgreSQL count what it is asked to do, from now on. */
final class Statements implements AutoCloseable {
    private static final String OTHERS =
            " from pg_stat_statements where query not like '%pg_stat_statements%' and query not like '%unfinished%'";
    private static final String TRANSACTION = "upper(query) in ('BEGIN', 'COMMIT', 'ROLLBACK')";

    private final Connection connection;

    /** @param bytes of write-ahead log */
    record Count(long statements, long transactions, long bytes) {
        String of(int processes) {
            return String.format(
                    Locale.ROOT,
                    "%.2f statements, %.2f transactions, %d bytes of WAL",
                    statements / (double) processes,
                    transactions / (double) processes,
                    bytes / processes);
        }
    }

    Statements() throws SQLException {
        connection = connect();
        execute("create extension if not exists pg_stat_statements; select pg_stat_statements_reset()");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + System.getProperty("it.postgres.port") + "/postgres",
                "postgres",
                "postgres");
    }

    Count count() throws SQLException {
        return new Count(
                number("select coalesce(sum(calls), 0)" + OTHERS + " and not " + TRANSACTION),
                number("select coalesce(sum(calls), 0)" + OTHERS + " and upper(query) = 'BEGIN'"),
                number("select coalesce(sum(wal_bytes), 0)" + OTHERS));
    }

    /** How often starts were marked. */
    long marks() throws SQLException {
        return number("select coalesce(sum(calls), 0)" + OTHERS + " and query like 'update%set state = ''running''%'");
    }

    /** How often each, and with how much log. */
    String list() throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select calls, wal_bytes, round(total_exec_time), query" + OTHERS + " order by calls desc")) {
            while (rows.next()) {
                String query = rows.getString(4);
                lines.add(rows.getLong(1) + " calls, " + rows.getLong(2) + " bytes, " + rows.getLong(3) + " ms: "
                        + query.substring(0, Math.min(150, query.length())));
            }
        }
        return lines.toString();
    }

    /** How many processes have no end in the database yet. */
    static int unfinished() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) as unfinished from netsight_async_process where node is not null")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
