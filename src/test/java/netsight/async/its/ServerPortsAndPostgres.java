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
            postgres = EmbeddedPostgres.builder()
                    .setPort(postgresPort)
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL on port " + postgresPort + "; another -Dit.offset may help", e);
        }
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
