package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import netsight.async.ProcessStatus;

/** Statuses as they are sent: most of those who ask do so again and again, and nothing has changed. */
@ApplicationScoped
class StatusTexts {
    private static final int MOST = 500;

    @Inject
    StatusJson json;

    private final Map<Key, String> latest = Collections.synchronizedMap(new Latest());

    /** All of the status: another node's request to cancel makes no new version. */
    private record Key(ProcessStatus status, String baseUri) {}

    String of(ProcessStatus status, String baseUri) {
        Key key = new Key(status, baseUri);
        String known = latest.get(key);
        if (known != null) {
            return known;
        }
        String text = json.of(status, baseUri).toString();
        latest.put(key, text);
        return text;
    }

    private static final class Latest extends LinkedHashMap<Key, String> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    }
}
