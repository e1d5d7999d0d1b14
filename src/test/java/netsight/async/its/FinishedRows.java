package netsight.async.its;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Processes that have ended, very many of them: copies of one, made by PostgreSQL. */
public final class FinishedRows {
    private static final String URL =
            "jdbc:postgresql://localhost:" + Integer.getInteger("it.postgres.port") + "/postgres";

    private FinishedRows() {}

    /**
     * Copies a process that has ended, with its owner and its result.
     *
     * @param step by how much later each was created than the one before, in milliseconds; negative: earlier
     */
    public static void copy(String id, int copies, int step) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL, "postgres", "postgres");
                Statement sql = connection.createStatement()) {
            List<String> columns = columns(sql);
            String values = columns.stream()
                    .map(column -> switch (column) {
                        case "id" -> "gen_random_uuid()";
                        case "created", "started", "updated", "finished" -> "p." + column + " + i * " + step
                                + " * interval '1 millisecond'";
                        default -> "p." + column;
                    })
                    .collect(Collectors.joining(", "));
            sql.executeUpdate("insert into netsight_async_process (" + String.join(", ", columns) + ") select " + values
                    + " from (select * from netsight_async_process where id = '" + id + "') p,"
                    + " generate_series(1, " + copies + ") i");
            sql.executeUpdate("vacuum analyze netsight_async_process");
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
}
