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

/** What was submitted to a base resource, read with the application's own readers when the run asks for it. */
@RequestScoped
public class Submission {
    private HttpHeaders headers;
    private Providers providers;
    private InputStream body;
    private Form form;

    public void received(HttpHeaders headers, Providers providers, InputStream body) {
        this.headers = headers;
        this.providers = providers;
        this.body = body;
    }

    /** The first value of a field of the submitted form; null if there is none, and before the run. */
    public String field(String name) {
        return headers == null ? null : form().asMap().getFirst(name);
    }

    /** @throws NotSupportedException if the application has no reader for it */
    public <T> T entity(GenericType<T> type) {
        MediaType media = headers.getMediaType();
        @SuppressWarnings("unchecked")
        MessageBodyReader<T> reader = (MessageBodyReader<T>)
                providers.getMessageBodyReader(type.getRawType(), type.getType(), new Annotation[0], media);
        if (reader == null) {
            throw new NotSupportedException(media + " cannot be read as " + type.getType());
        }
        return read(reader, type, media);
    }

    private Form form() {
        if (form == null) {
            boolean submitted = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(headers.getMediaType());
            form = submitted ? entity(new GenericType<>(Form.class)) : new Form();
        }
        return form;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(MessageBodyReader<T> reader, GenericType<T> type, MediaType media) {
        try {
            return reader.readFrom(
                    (Class<T>) type.getRawType(),
                    type.getType(),
                    new Annotation[0],
                    media,
                    headers.getRequestHeaders(),
                    body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
