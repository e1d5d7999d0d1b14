package netsight.async.its.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Processes that have expired, very many of them: copies of one that has ended, made by the database. */
final class ExpiredRows {
    private static final String URL =
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres";
    private static final int ROWS_PER_CHUNK = 500;
    private static final int CHUNK = 256 * 1024;

    private ExpiredRows() {}

    /** Half of them leave a tombstone, the others are to be forgotten; some have a large body. */
    static void insert(int rows) throws SQLException {
        insert(rows, "- interval '1 second'");
    }

    /** The same, but nothing of it is to be deleted yet. */
    static void insertKept(int rows) throws SQLException {
        insert(rows, "+ interval '1 day'");
    }

    private static void insert(int rows, String since) throws SQLException {
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            String columns = columns(sql).stream().collect(Collectors.joining(", "));
            String copies = columns(sql).stream()
                    .map(column -> switch (column) {
                        case "id" -> "gen_random_uuid()";
                        case "expires", "purge" -> "now() " + since;
                        case "forgotten" -> "now() " + since + " + (i % 2) * interval '7 days'";
                        default -> "p." + column;
                    })
                    .collect(Collectors.joining(", "));
            connection.setAutoCommit(false);
            sql.executeUpdate("with copies as (insert into netsight_async_process (" + columns + ") select " + copies
                    + " from (select * from netsight_async_process where state = 'succeeded' limit 1) p,"
                    + " generate_series(1, " + rows + ") i returning id),"
                    + " numbered as (select id, row_number() over () as i from copies)"
                    + " insert into netsight_async_chunk (process, part, number, bytes)"
                    + " select id, 1, 0, decode(repeat(md5(id::text), " + CHUNK / 16 + "), 'hex')"
                    + " from numbered where i % " + ROWS_PER_CHUNK + " = 0");
            connection.commit();
        }
    }

    private static List<String> columns(Statement sql) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(
                "select column_name from information_schema.columns where table_name = 'netsight_async_process'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    static int left() throws SQLException {
        try (Connection connection = open();
                Statement sql = connection.createStatement();
                ResultSet count =
                        sql.executeQuery("select count(*) from netsight_async_process where purge <= now()")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** Removes those that are left, and what the removed ones cost: the next measurement begins anew. */
    static void clear() throws SQLException {
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("delete from netsight_async_process where state = 'succeeded' and node is null"
                    + " and id not in (select id from netsight_async_process where state = 'succeeded'"
                    + " and expires > now() limit 1)");
            sql.executeUpdate("delete from netsight_async_chunk");
            sql.executeUpdate("vacuum analyze netsight_async_process");
            sql.executeUpdate("vacuum analyze netsight_async_chunk");
            sql.executeUpdate("checkpoint");
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(URL, "postgres", "postgres");
    }
}
