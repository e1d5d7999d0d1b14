package netsight.async.its;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Faces page as a program sends it: with its view state and its session. */
public record FacesForm(Caller caller, String page) {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    /** @param fields names and values, in turn */
    public HttpResponse<String> submit(String... fields) throws Exception {
        HttpResponse<String> shown = caller.get(page);
        return inSession(shown).post(page, with(shown, fields));
    }

    /** The URL of the page that shows the process. */
    public String start(String... fields) throws Exception {
        return location(submit(fields));
    }

    /** The same for a page with a file. */
    String upload(String field, String file, String content) throws Exception {
        HttpResponse<String> shown = caller.get(page);
        return location(inSession(shown).upload(page, "cut", with(shown, field + "\"; filename=\"" + file, content)));
    }

    private Caller inSession(HttpResponse<String> shown) {
        return caller.with("Cookie", Caller.header(shown, "Set-Cookie").split(";")[0]);
    }

    private static String[] with(HttpResponse<String> shown, String... fields) {
        Matcher state = STATE.matcher(shown.body());
        if (!state.find()) {
            throw new AssertionError(shown + ": " + shown.body());
        }
        List<String> own = List.of("form", "form", "form:start", "Start", "jakarta.faces.ViewState", state.group(1));
        return Stream.concat(Stream.of(fields), own.stream()).toArray(String[]::new);
    }

    private static String location(HttpResponse<String> started) {
        if (started.statusCode() != 302) {
            throw new AssertionError(started + ": " + started.body());
        }
        return Caller.header(started, "Location");
    }
}
