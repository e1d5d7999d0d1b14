package netsight.async;

import java.net.URL;

/**
 * An HTML page made from a Mustache template: what a resource method returns to have it rendered, with everything
 * HTML-escaped.
 *
 * <pre>{@code
 * return Page.of(Fibonacci.class, "fibonacci.html", Map.of("number", 10, "value", 55));
 * }</pre>
 *
 * @param template where the template is
 * @param model a map, a record or any object: {@code {{name}}} is its key, accessor or field
 */
public record Page(URL template, Object model) {

    /**
     * A page whose template lies on the class path beside a class, or at {@code /path} from its root.
     *
     * @throws IllegalArgumentException if there is no such template
     */
    public static Page of(Class<?> beside, String template, Object model) {
        URL url = beside.getResource(template);
        if (url == null) {
            throw new IllegalArgumentException("No template " + template + " beside " + beside.getName());
        }
        return new Page(url, model);
    }
}
