package netsight.async.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of compiled sources between {@code // tag::name[]} and {@code // end::name[]}; parts of one name belong together. */
final class Regions {
    private static final Pattern REGION =
            Pattern.compile("// tag::([\\w-]+)\\[]\\R(.*?)\\h*// end::\\1\\[]", Pattern.DOTALL);

    private Regions() {}

    static Map<String, String> in(List<Path> folders) throws IOException {
        Map<String, String> regions = new LinkedHashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    REGION.matcher(Files.readString(file))
                            .results()
                            .forEach(region -> regions.merge(region.group(1), region.group(2), String::concat));
                }
            }
        }
        return regions;
    }
}
