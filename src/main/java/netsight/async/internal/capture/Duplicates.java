package netsight.async.internal.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netsight.async.internal.setup.Node;
import netsight.async.internal.setup.Refusal;
import netsight.async.internal.store.Keys;
import netsight.async.internal.store.Options;
import netsight.async.internal.store.ProcessEntry;
import netsight.async.internal.store.ProcessKeys;

/** Tells a request that has started a process already: by its Idempotency-Key, or by the business key of its method. */
@ApplicationScoped
class Duplicates {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final int MOST = 255;

    @Inject
    ProcessKeys keys;

    @Inject
    Node node;

    /** @throws Refusal if the Idempotency-Key is longer than 255 characters */
    Options options(
            ContainerRequestContext request, BackgroundMethod method, String unique, String caller, InputStream body)
            throws IOException {
        String key = request.getHeaderString("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > MOST)) {
            throw Refusal.badKey();
        }
        return new Options(
                method.cancelable(),
                method.interruptible(),
                method.restartable(),
                method.attempts(),
                method.keep(),
                key == null ? null : Keys.of("idempotency", node.deployment(), caller, key),
                key == null ? null : Fingerprint.of(request, body),
                uniqueKey(method.kind(), caller, unique));
    }

    /** @param unique the business key, null if there is none */
    String uniqueKey(String kind, String caller, String unique) {
        return unique == null ? null : Keys.of("unique", node.deployment(), kind, caller, unique);
    }

    /** The business key with values for the names in it; null if there is none. */
    static String businessKey(String template, UnaryOperator<String> values) {
        return template.isEmpty()
                ? null
                : PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }

    static String parameter(ContainerRequestContext request, String name) {
        MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        return Optional.ofNullable(path.getFirst(name))
                .orElseGet(() -> query.getOrDefault(name, List.of()).toString());
    }

    /** @throws Refusal if the Idempotency-Key came with another request */
    Optional<ProcessEntry> find(Options options) {
        return keys.find(options).map(found -> {
            if (!found.sameRequest()) {
                throw Refusal.keyReused();
            }
            return found.entry();
        });
    }
}
