package netsight.async.its.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Processes that have finished, very many of them: copies of one, made by the database. */
final class FinishedRows {
    /** How many a page of the list shows. */
    static final int PAGE = 50;

    private FinishedRows() {}

    /** A second apart, each of them older than what there is; as many days as it takes are left to all of them. */
    static void insert(Sql sql, int rows, String owner) throws SQLException {
        List<String> columns = sql.columns("netsight_async_process");
        String copies = columns.stream()
                .map(column -> switch (column) {
                    case "id" -> "gen_random_uuid()";
                    case "owner" -> "'" + owner + "'";
                    case "created" -> "p.created - i * interval '1 second'";
                    default -> "p." + column;
                })
                .collect(Collectors.joining(", "));
        sql.execute(
                "insert into netsight_async_process (" + String.join(", ", columns) + ") select " + copies
                        + " from (select * from netsight_async_process where state = 'succeeded' limit 1) p,"
                        + " generate_series(1, " + rows + ") i",
                "vacuum analyze netsight_async_process",
                "checkpoint");
    }
}
