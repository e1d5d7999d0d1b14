package netsight.async.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What README.adoc shows is so: its examples are compiled, its links lead somewhere. */
class ReadmeTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("src/demo/java"), Path.of("src/test/java/netsight/async/readme"));
    private static final Path RESOURCES = Path.of("src/test/resources/netsight/async/readme");

    private final Readme readme = Readme.read();

    @Test
    void everyJavaExampleIsARegionOfACompiledSource() throws IOException {
        List<String> regions =
                Regions.in(SOURCES).values().stream().map(ReadmeTest::words).toList();

        assertThat(readme.blocks("java").stream().map(ReadmeTest::words)).containsExactlyInAnyOrderElementsOf(regions);
    }

    @Test
    void everyOtherExampleIsAFileOfTheTestsOrXml() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String language : readme.languages()) {
            // the bash lines are run by CurlIT
            if (!List.of("java", "xml", "bash").contains(language)) {
                shown.addAll(readme.blocks(language));
            }
        }
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(RESOURCES)) {
            for (Path file : all.toList()) {
                files.add(Files.readString(file));
            }
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void theDependencyIsThisProject() throws Exception {
        Element dependency = xml(readme.block("xml", "<dependency>"));
        Element project = xml(Files.readString(Path.of("pom.xml")));

        for (String part : List.of("groupId", "artifactId", "version")) {
            assertThat(child(dependency, part)).isEqualTo(child(project, part));
        }
    }

    @Test
    void theOtherXmlIsWellFormed() throws Exception {
        assertThat(readme.blocks("xml")).hasSize(2);
        assertThat(child(xml(readme.block("xml", "<resource-ref>")), "res-ref-name"))
                .isEqualTo("jdbc/netsight-async");
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(readme.found("link:([^\\[]+)\\["))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(readme.found("image:(.+?\\[..+?),\\d+]")).hasSize(5).allSatisfy(image -> assertThat(
                        Path.of(image.substring(0, image.indexOf('['))))
                .exists());
        List<String> titles = readme.found("(?m)^==+ (.*)$")
                .map(title -> "_"
                        + title.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\w .-]", "")
                                .replaceAll("[ .-]+", "_"))
                .toList();
        assertThat(readme.found("<<(\\w+)>>")).isNotEmpty().isSubsetOf(titles);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static String child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getNodeName())) {
                return node.getTextContent();
            }
        }
        throw new AssertionError("No " + name);
    }
}
