package netsight.async.its;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What {@link FacesIT} and {@link FacesOwnersIT} look at. */
final class FacesSite {
    private static final String FILES = "<h:inputFile id=\"files\" value=\"#{lasting.attached}\" multiple=\"true\"/>";

    private static final String UNWRITABLE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
              <h:body>
                <h:form id="form"><h:commandButton id="start" action="#{unwritable.start}"/></h:form>
              </h:body>
            </html>
            """;

    private FacesSite() {}

    static WebArchive war() {
        return pages(
                        Api.class,
                        Steps.class,
                        StoredRows.class,
                        FacesView.class,
                        FacesView.Report.class,
                        FacesView.Brief.class,
                        FacesView.Lasting.class,
                        FacesView.Unwritable.class)
                .addAsWebInfResource("netsight/async/its/secured-web.xml", "web.xml")
                .addAsWebResource(new StringAsset(UNWRITABLE), "unwritable.xhtml");
    }

    static WebArchive pages(Class<?>... classes) {
        return Archives.war(classes)
                .addAsWebInfResource(new StringAsset("<faces-config/>"), "faces-config.xml")
                .addAsWebResource(new StringAsset(page("brief", "")), "brief.xhtml")
                .addAsWebResource(new StringAsset(page("lasting", FILES)), "lasting.xhtml");
    }

    private static String page(String bean, String files) {
        try (InputStream page = FacesSite.class.getResourceAsStream("faces.xhtml")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("VIEW", bean).replace("FILES", files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
