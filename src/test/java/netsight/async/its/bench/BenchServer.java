package netsight.async.its.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netsight.async.its.Api;
import netsight.async.its.Archives;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application that is measured against others: eight at once, on PostgreSQL. */
final class BenchServer {
    static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    static final int PROCESSES = Integer.getInteger("bench.processes", 20_000);

    private static final Pattern JMH = Pattern.compile("META-INF/(BenchmarkList|CompilerHints)|netsight/.*/jmh/.*");

    private BenchServer() {}

    /** The same with JMH and what it measures. */
    static WebArchive warWithJmh() throws IOException {
        WebArchive war = war();
        Path classes = Path.of(System.getProperty("bench.classes"));
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .filter(file ->
                            JMH.matcher(classes.relativize(file).toString()).matches())
                    .forEach(file -> war.addAsResource(
                            file.toFile(), classes.relativize(file).toString()));
        }
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> jar.getName().matches("(jmh-core|jopt-simple|commons-math3).*jar"))
                .forEach(war::addAsLibrary);
        return war.addAsWebInfResource(
                new StringAsset(
                        """
                        <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.2">
                          <deployment>
                            <dependencies>
                              <module name="jdk.unsupported"/>
                            </dependencies>
                          </deployment>
                        </jboss-deployment-structure>
                        """),
                "jboss-deployment-structure.xml");
    }

    /** The same for callers who log in. */
    static WebArchive warWithLogin() {
        WebArchive war = war();
        String plain = new String(read(war.get("WEB-INF/web.xml").getAsset()), UTF_8);
        return war.setWebXML(new StringAsset(plain.replace(
                "</web-app>", "<login-config><auth-method>BASIC</auth-method></login-config></web-app>")));
    }

    private static byte[] read(Asset asset) {
        try (InputStream in = asset.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WebArchive war() {
        WebArchive war = Archives.configured(
                Archives.war(
                        Api.class, Benched.class, Starts.class, Reads.class, Paced.class, Plain.class, PlainRow.class),
                "max-running",
                "8",
                "executor",
                "java:jboss/ee/concurrency/executor/bench",
                "max-queued",
                "10000000",
                "max-per-caller",
                "10000000");
        return Archives.storingIn("BenchDS", war)
                .addAsResource(
                        new StringAsset(
                                """
                                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                                  <persistence-unit name="plain">
                                    <jta-data-source>java:jboss/datasources/BenchDS</jta-data-source>
                                    <properties>
                                      <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                                    </properties>
                                  </persistence-unit>
                                </persistence>
                                """),
                        "META-INF/persistence.xml");
    }
}
