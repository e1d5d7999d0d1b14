package netsight.async.its;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Works out the ports and starts PostgreSQL before Arquillian starts the server; stops it after. Unit tests do without. */
public class ServerPortsAndPostgres implements LauncherSessionListener {

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("server.home") == null) {
            return;
        }
        int offset = Integer.getInteger("it.offset");
        int postgresPort = 5432 + offset;
        System.setProperty("it.postgres.port", String.valueOf(postgresPort));
        System.setProperty("it.management.port", String.valueOf(9990 + offset));
        try {
            postgres =
                    configured(EmbeddedPostgres.builder().setPort(postgresPort)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL on port " + postgresPort + "; another -Dit.offset may help", e);
        }
    }

    private static EmbeddedPostgres.Builder configured(EmbeddedPostgres.Builder postgres) {
        // as in production: embedded PostgreSQL switches the first two off, and crashes would lose what was committed
        postgres.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements");
        return Boolean.getBoolean("bench")
                ? postgres.setServerConfig("shared_buffers", "1GB").setServerConfig("max_wal_size", "8GB")
                : postgres;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
