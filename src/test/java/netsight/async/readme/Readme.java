package netsight.async.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.adoc, as far as it can be checked. */
final class Readme {
    private static final Pattern CODE = Pattern.compile("`\\+?([^`]+?)\\+?`");

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    static Readme read() {
        try {
            return new Readme(Files.readString(Path.of("README.adoc")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source blocks in one language, in their order. */
    List<String> blocks(String language) {
        return found("(?m)^\\[source,%s]\n----\n((?s).*?)^----$".formatted(language))
                .toList();
    }

    /** The one source block that contains a word. */
    String block(String language, String word) {
        List<String> found =
                blocks(language).stream().filter(block -> block.contains(word)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks of " + language + " contain " + word);
        }
        return found.get(0);
    }

    /** The languages of all source blocks. */
    List<String> languages() {
        return found("(?m)^\\[source,(\\w+)]").distinct().toList();
    }

    /** The rows of the table behind an anchor, without its head; each row is one line. */
    List<List<String>> table(String anchor) {
        String table = found("(?m)^\\[\\[%s]]\n.*\n\\|===\n.*\n((?s).*?)^\\|===$".formatted(anchor))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table " + anchor));
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.substring(1).split(" \\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** What is set as code, outside of blocks. */
    List<String> code() {
        return codeIn(text.replaceAll("(?ms)^(----|\\.{4})$.*?^\\1$", ""));
    }

    static List<String> codeIn(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    Stream<String> found(String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
