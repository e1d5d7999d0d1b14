package netsight.async.internal.setup;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/netsight/async");

    static List<Path> translations() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "messages_*.properties")) {
            files.forEach(found::add);
        }
        return found;
    }

    @Test
    void areInTheseLanguages() throws IOException {
        assertThat(translations())
                .extracting(file -> file.getFileName().toString().replaceAll("messages_|\\.properties", ""))
                .containsExactlyInAnyOrder("de", "es", "fr", "it", "ja", "nl", "pl", "pt", "zh");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void haveEveryKeyAndNoOther(Path translation) throws IOException {
        assertThat(read(translation).keySet()).isEqualTo(english().keySet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void haveTheSamePlaceholders(Path translation) throws IOException {
        Properties translated = read(translation);
        Properties english = english();
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(translated.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void haveNoApostropheThatSwallowsText(Path translation) throws IOException {
        for (Object text : read(translation).values()) {
            assertThat(text.toString().replace("''", "")).doesNotContain("'");
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                Refusal.badId(), Refusal.crossSite(), Refusal.headOnly(), Refusal.tooLarge(), Refusal.busy(null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void explainEveryRefusal(Refusal refusal) {
        Messages messages = Messages.in(List.of());
        for (String part : List.of("title", "heading", "message")) {
            assertThat(messages.text("page.error." + refusal.key() + "." + part))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "de, Starten",
                "de-AT, Starten",
                "it, Avvia",
                "sv;it, Avvia",
                "sv;en;de, Start",
                "en-GB;de, Start",
                "sv, Start",
                "fr, Démarrer",
                "pt-BR, Iniciar",
                "zh-Hans-CN, 开始",
                "*, Start",
                "none, Start"
            })
    void areInTheFirstOfTheCallersLanguagesThatThereIs(String languages, String start) {
        List<Locale> locales = Stream.ofNullable(languages)
                .flatMap(all -> Stream.of(all.split(";")))
                // JAX-RS makes a locale of the star, too
                .map(one -> one.equals("*") ? new Locale("*") : Locale.forLanguageTag(one))
                .toList();

        assertThat(Messages.in(locales).text("page.initial.start")).isEqualTo(start);
    }

    @Test
    void doNotDependOnTheServersOwnLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Messages.in(List.of(Locale.ENGLISH)).text("page.initial.start"))
                    .isEqualTo("Start");
            assertThat(Messages.in(List.of(Locale.forLanguageTag("sv"))).text("page.initial.start"))
                    .isEqualTo("Start");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ltr", "ar, rtl", "he, rtl", "fa-IR, rtl", "de, ltr"})
    void runInTheirDirection(String language, String direction) {
        Messages messages = new Messages(Locale.forLanguageTag(language), null);
        assertThat(messages.direction()).isEqualTo(direction);
    }

    private static Set<Integer> placeholders(String text) {
        int used = new MessageFormat(text).getFormatsByArgumentIndex().length;
        return IntStream.range(0, used).boxed().collect(toSet());
    }

    private static Properties english() throws IOException {
        return read(FOLDER.resolve("messages.properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        }
        return properties;
    }
}
