package netsight.async.internal.setup;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * The texts people see, in one language: a bundle {@code netsight/async/messages_xx.properties} in the application adds a
 * language.
 *
 * @param locale the caller's own, for numbers and dates
 */
public record Messages(Locale locale, ResourceBundle bundle) {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The first of the caller's languages that there is a bundle for; English if none. */
    public static Messages in(List<Locale> languages) {
        return languages.stream()
                .map(language -> new Messages(language, bundle(language)))
                .filter(Messages::speaks)
                .findFirst()
                .orElseGet(() -> new Messages(Locale.ENGLISH, bundle(Locale.ROOT)));
    }

    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Those whose keys begin so, by the rest of their keys. */
    public Map<String, String> texts(String prefix) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), this::text));
    }

    public String language() {
        return locale.toLanguageTag();
    }

    /** {@code ltr} or {@code rtl}, for the page's {@code dir}. */
    public String direction() {
        return switch (locale.getLanguage()) {
            case "ar", "fa", "he", "iw", "ur", "yi", "ps", "sd", "ug", "dv" -> "rtl";
            default -> "ltr";
        };
    }

    private boolean speaks() {
        String language = locale.getLanguage();
        return language.equals("en") || language.equals(bundle.getLocale().getLanguage()) && !language.isEmpty();
    }

    // the thread's loader: the application's, which sees its own bundles and those of this library
    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "netsight.async.messages", locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
    }
}
