package netsight.async.its.replay;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** What the base resource offers to its subclasses. */
@Path("helpers")
public class Helpers extends BaseAsyncResource {
    @QueryParam("read")
    private String read;

    @Override
    protected Object run(AsyncProcess process) throws Exception {
        return switch (String.valueOf(read)) {
            case "parts" -> parts().stream().map(Helpers::described).toList().toString();
            case "item" -> body(new GenericType<Item>() {}).name;
            case "items" -> body(new GenericType<List<Item>>() {}).get(1).name;
            case "text" -> body(new GenericType<>(String.class));
            case "page" -> page("helpers.mustache", Map.of("name", parameter("name")));
            case "json" -> new Item("made", 1);
            case "nothing" -> null;
            default -> parameter("name") + "|" + parameter("none") + "|" + fromBrowser();
        };
    }

    private static String described(EntityPart part) {
        try {
            return part.getName() + "=" + part.getContent(String.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
