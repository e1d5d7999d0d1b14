package netsight.async.internal.fetch;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import netsight.async.Page;

/** Renders pages; each template is compiled once. */
@ApplicationScoped
class Templates {
    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);

    // by text: the hash of a URL may ask the network
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    void render(Page page, Writer out) {
        compiled.computeIfAbsent(page.template().toExternalForm(), key -> compile(page.template()))
                .execute(page.model(), out);
    }

    private Template compile(URL template) {
        try (Reader text = new InputStreamReader(template.openStream(), StandardCharsets.UTF_8)) {
            return compiler.compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
