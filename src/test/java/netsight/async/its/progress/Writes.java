package netsight.async.its.progress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets PostgreSQL count how often the row of a process is written. */
final class Writes implements AutoCloseable {
    private final Connection connection;

    Writes() throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + System.getProperty("it.postgres.port") + "/postgres",
                "postgres",
                "postgres");
        execute(
                """
                create table writes (process uuid);
                create function note_write() returns trigger language plpgsql as
                  'begin insert into writes values (new.id); return null; end';
                create trigger note_writes after update on netsight_async_process
                  for each row execute function note_write()
                """);
    }

    long of(String process) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from writes where process = cast('" + process + "' as uuid)")) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop function note_write cascade; drop table writes");
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
