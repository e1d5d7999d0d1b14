package netsight.async.its.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A pool on the PostgreSQL of the benchmark, in a new schema. */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    final HikariDataSource pool;

    Database(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists peer cascade");
            sql.execute("create schema peer");
            sql.execute("checkpoint");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + "?currentSchema=peer&reWriteBatchedInserts=true");
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
    }

    void execute(String... all) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            for (String one : all) {
                sql.execute(one);
            }
        }
    }

    boolean none(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from " + query)) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
