package netsight.async.its;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the integration tests deploy. */
public final class Archives {

    private Archives() {}

    /** A WAR with the packaged library in WEB-INF/lib. */
    public static WebArchive war(Class<?>... classes) {
        return plain(classes).addAsLibrary(new File(System.getProperty("netsight.jar")));
    }

    /** A WAR that does without the library. */
    public static WebArchive plain(Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addClasses(classes);
    }

    /** The same with settings: keys below {@code netsight.async.} and their values, in turn. */
    public static WebArchive configured(WebArchive war, String... settings) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < settings.length; i += 2) {
            text.append("netsight.async.").append(settings[i]).append('=');
            text.append(settings[i + 1]).append('\n');
        }
        return war.addAsResource(new StringAsset(text.toString()), "META-INF/microprofile-config.properties");
    }

    /** The same with the store in one of the server's data sources, as a user's plain web.xml says it. */
    public static WebArchive storingIn(String dataSource, WebArchive war) {
        return war.setWebXML(new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <resource-ref>
                    <res-ref-name>jdbc/netsight-async</res-ref-name>
                    <res-type>javax.sql.DataSource</res-type>
                    <lookup-name>java:jboss/datasources/%s</lookup-name>
                  </resource-ref>
                </web-app>
                """
                        .formatted(dataSource)));
    }

    /** The demo as it was built. */
    public static WebArchive demo() {
        return ShrinkWrap.create(ZipImporter.class, "demo.war")
                .importFrom(new File(System.getProperty("demo.war")))
                .as(WebArchive.class);
    }
}
