package netsight.async.its;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the integration tests deploy. */
public final class Archives {

    private Archives() {}

    /** A WAR with the packaged library in WEB-INF/lib. */
    public static WebArchive war(Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class)
                .addAsLibrary(new File(System.getProperty("netsight.jar")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addClasses(classes);
    }

    /** The demo as it was built. */
    public static WebArchive demo() {
        return ShrinkWrap.create(ZipImporter.class, "demo.war")
                .importFrom(new File(System.getProperty("demo.war")))
                .as(WebArchive.class);
    }
}
