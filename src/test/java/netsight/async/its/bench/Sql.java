package netsight.async.its.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the benchmarks ask of the database themselves; it is not counted. */
final class Sql implements AutoCloseable {
    private static final String MARK = " /*bench*/";
    private static final String OURS = " from pg_stat_statements s join pg_database d on d.oid = s.dbid"
            + " where d.datname = current_database() and query not like '%" + MARK + "%'";

    /** What was done since {@link #reset}. */
    record Done(long statements, long commits, long wal) {}

    private final Connection connection;
    private long lsn;

    Sql() throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres",
                "postgres",
                "postgres");
        execute("create extension if not exists pg_stat_statements");
    }

    void execute(String... all) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String one : all) {
                sql.execute(one + MARK);
            }
        }
    }

    long number(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query + MARK)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    String text(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query + MARK)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void reset() throws SQLException {
        execute("select pg_stat_statements_reset()");
        lsn = wal();
    }

    // each transaction begins with a statement that is counted at once; the server's count of commits comes ten
    // seconds late
    Done done() throws SQLException {
        String calls = "select coalesce(sum(calls), 0)" + OURS;
        return new Done(
                number(calls + " and query !~* '^(begin|commit|rollback|set|show)'"),
                number(calls + " and query ~* '^begin'"),
                wal() - lsn);
    }

    private long wal() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    }

    List<String> columns(String table) throws SQLException {
        return List.of(text("select string_agg(column_name, ',') from information_schema.columns where table_name = '"
                        + table + "'")
                .split(","));
    }

    /** How many transactions have written something, ever. */
    long writers() throws SQLException {
        return number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    /** Of processes that have ended. */
    String ids(int most) throws SQLException {
        return text("select string_agg(replace(id::text, '-', ''), E'\\n') from (select id from netsight_async_process"
                + " where node is null limit " + most + ") ended");
    }

    /** How many processes have not ended, as stored. */
    long unfinished() throws SQLException {
        return number("select count(*) from netsight_async_process where node is not null");
    }

    /** The store as it was before anything was done. */
    void empty() throws SQLException {
        // no analyze: the database would know that there is nothing, and look through all there is to come
        execute("truncate netsight_async_process, netsight_async_chunk", "checkpoint");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
