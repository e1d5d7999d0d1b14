package netsight.async.readme;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;
import netsight.async.Page;
import netsight.async.ProcessStatus;
import netsight.async.Processes;
import netsight.async.internal.setup.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What README.adoc says is so: its examples are compiled, its tables are complete, its names exist. */
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
    void theSettingsAreAllOfThemWithTheirDefaults() {
        assertThat(readme.table("settings"))
                .allSatisfy(row -> assertThat(row.get(2)).as(row.get(0)).isNotEmpty());
        assertThat(readme.table("settings").stream().map(row -> row.subList(0, 2)))
                .containsExactlyElementsOf(Stream.of(Settings.Key.values())
                        .map(key -> List.of(code(key.text()), code(key.standard())))
                        .toList());
    }

    @Test
    void settingsThatAreSpokenOfExist() {
        List<String> known = Stream.of(Settings.Key.values())
                .flatMap(key -> Stream.of(key.text(), key.text().replace("netsight.async.", ""), key.standard()))
                .toList();
        assertThat(readme.code().stream()
                        .filter(matching("netsight\\.async\\.[a-z-]+.*|[a-z]+(-[a-z]+)+"))
                        .map(code -> code.replaceAll("=.*", "")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void theAttributesAreAllOfThemWithTheirDefaults() {
        Map<String, String> attributes =
                Stream.of(Background.class.getDeclaredMethods()).collect(toMap(Method::getName, ReadmeTest::standard));

        assertThat(readme.table("attributes").stream()
                        .collect(toMap(row -> Readme.codeIn(row.get(0)).get(0), row -> row.get(1))))
                .isEqualTo(attributes);
    }

    private static String standard(Method attribute) {
        Object value = attribute.getDefaultValue();
        return code(value instanceof String text ? '"' + text + '"' : String.valueOf(value));
    }

    @Test
    void whatCanBeOverriddenIsAllThatCan() {
        assertThat(readme.table("overridable").stream()
                        .map(row -> Readme.codeIn(row.get(0)).get(0).replaceAll(" \\w+\\)", ")")))
                .containsExactlyInAnyOrder(
                        "run(AsyncProcess)",
                        "initialPage()",
                        "runProcess()",
                        "processingPage(ProcessStatus)",
                        "uniqueKey()")
                .allSatisfy(signature -> assertThat(methods(BaseAsyncResource.class))
                        .filteredOn(method -> !Modifier.isFinal(method.getModifiers()))
                        .extracting(ReadmeTest::signature)
                        .contains(signature));
    }

    @Test
    void methodsThatAreSpokenOfExist() {
        List<String> known = Stream.of(
                        BaseAsyncResource.class, AsyncProcess.class, Processes.class, Page.class, ProcessStatus.class)
                .flatMap(type -> methods(type).stream())
                .map(Method::getName)
                .toList();
        assertThat(readme.code().stream()
                        .filter(matching("[a-z][a-zA-Z]*\\([\\w, ]*\\)"))
                        .map(code -> code.replaceAll("\\(.*", "")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void namesThatTheOriginalsAreMappedToExist() throws Exception {
        List<String> names = readme.table("mapping").stream()
                .flatMap(row -> Readme.codeIn(row.get(1)).stream())
                .toList();
        assertThat(names).hasSizeGreaterThan(10);
        for (String name : names) {
            String[] parts = name.split("\\.");
            Class<?> type = Class.forName("netsight.async." + parts[0]);
            if (parts.length == 2) {
                assertThat(methods(type)).extracting(Method::getName).contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BaseAsyncView",
                "__run__",
                "__call__",
                "run_process",
                "initial_page",
                "processing_page",
                "set_progress",
                "no_process=True",
                "completed?",
                "output_json",
                "result?"
            })
    void theOriginalsNamesAreMapped(String name) {
        assertThat(readme.table("mapping")).extracting(row -> row.get(0)).anyMatch(cell -> cell.contains(name));
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(readme.found("link:([^\\[]+)\\["))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        List<String> titles = readme.found("(?m)^==+ (.*)$")
                .map(title -> "_"
                        + title.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\w .-]", "")
                                .replaceAll("[ .-]+", "_"))
                .toList();
        assertThat(readme.found("<<(\\w+)>>")).isNotEmpty().isSubsetOf(titles);
    }

    private static List<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .toList();
    }

    private static String signature(Method method) {
        return method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList()
                        .toString()
                        .replace('[', '(')
                        .replace(']', ')');
    }

    private static Predicate<String> matching(String pattern) {
        return text -> text.matches(pattern);
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
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
