package netsight.async.readme;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncResource;
import netsight.async.BaseAsyncView;
import netsight.async.Page;
import netsight.async.ProcessStatus;
import netsight.async.Processes;
import netsight.async.ViewProcess;
import netsight.async.internal.setup.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of README.adoc are complete, and the names in it exist. */
class ReadmeTablesTest {
    private final Readme readme = Readme.read();

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
        Map<String, String> attributes = Stream.of(Background.class.getDeclaredMethods())
                .collect(toMap(Method::getName, ReadmeTablesTest::standard));

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
                        .extracting(ReadmeTablesTest::signature)
                        .contains(signature));
    }

    @Test
    void methodsThatAreSpokenOfExist() {
        List<String> known = Stream.of(
                        BaseAsyncResource.class,
                        BaseAsyncView.class,
                        AsyncProcess.class,
                        Processes.class,
                        Page.class,
                        ProcessStatus.class)
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
    void whatPagesSeeOfAProcessIsAllThereIs() {
        assertThat(readme.table("view-process").stream()
                        .flatMap(row -> Readme.codeIn(row.get(0)).stream())
                        .map(name -> name.replaceAll("\\..*", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(ViewProcess.class.getMethods())
                        .map(Method::getName)
                        .map(name -> name.replaceFirst("get|is", ""))
                        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                        .toList());
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
}
