package netsight.async.its.replay;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import netsight.async.Background;

/** Every kind of body. */
@Path("bodies")
@Background
public class Bodies {

    @POST
    @Path("json")
    @Consumes(MediaType.APPLICATION_JSON)
    public String json(Item item) {
        return item.name + item.count;
    }

    @POST
    @Path("json/list")
    @Consumes(MediaType.APPLICATION_JSON)
    public String jsonList(List<Item> items) {
        return items.get(1).name + items.size();
    }

    @POST
    @Path("text")
    public String text(String text) {
        return text;
    }

    @POST
    @Path("stream")
    public String stream(InputStream body) throws IOException {
        return described(body);
    }

    @POST
    @Path("parts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String parts(List<EntityPart> parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (EntityPart part : parts) {
            text.append(described(part)).append(';');
        }
        return text.toString();
    }

    @POST
    @Path("part")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String part(@FormParam("title") String title, @FormParam("file") EntityPart file) throws IOException {
        return title + ";" + described(file);
    }

    @POST
    @Path("part/stream")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String partStream(@FormParam("file") InputStream file) throws IOException {
        return described(file);
    }

    private static String described(EntityPart part) throws IOException {
        return part.getName() + "=" + part.getFileName().orElse("-") + ":" + part.getMediaType() + ":"
                + part.getContent(String.class);
    }

    private static String described(InputStream body) throws IOException {
        var checked = new CheckedInputStream(body, new CRC32());
        long length = checked.transferTo(java.io.OutputStream.nullOutputStream());
        return length + " " + checked.getChecksum().getValue();
    }
}
