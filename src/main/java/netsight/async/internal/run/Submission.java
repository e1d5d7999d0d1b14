package netsight.async.internal.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;

/** What was submitted to a base resource, read with the application's own readers when somebody asks for it. */
@RequestScoped
public class Submission {
    private Body body;
    private Form form;

    /** Opens the body from its first byte. */
    public interface Body {
        InputStream open() throws IOException;
    }

    /** In the request that starts a process: the captured copy. In the run: the stored one, which can be opened once. */
    public void received(Body body) {
        this.body = body;
    }

    /** The first value of a field of the submitted form; null if there is none. */
    public String field(String name, HttpHeaders headers, Providers providers) {
        return body == null ? null : form(headers, providers).asMap().getFirst(name);
    }

    /** @throws NotSupportedException if the application has no reader for it */
    public <T> T entity(GenericType<T> type, HttpHeaders headers, Providers providers) {
        MediaType media = headers.getMediaType();
        @SuppressWarnings("unchecked")
        MessageBodyReader<T> reader = (MessageBodyReader<T>)
                providers.getMessageBodyReader(type.getRawType(), type.getType(), new Annotation[0], media);
        if (reader == null) {
            throw new NotSupportedException(media + " cannot be read as " + type.getType());
        }
        return read(reader, type, headers);
    }

    private Form form(HttpHeaders headers, Providers providers) {
        if (form == null) {
            boolean submitted = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(headers.getMediaType());
            form = submitted ? entity(new GenericType<>(Form.class), headers, providers) : new Form();
        }
        return form;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(MessageBodyReader<T> reader, GenericType<T> type, HttpHeaders headers) {
        try {
            return reader.readFrom(
                    (Class<T>) type.getRawType(),
                    type.getType(),
                    new Annotation[0],
                    headers.getMediaType(),
                    headers.getRequestHeaders(),
                    body.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
