package netsight.async.its;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.Background;
import netsight.async.BaseAsyncView;

/** What {@link FacesIT} deploys: does what the test says, step by step, and returns what it has been given. */
public abstract class FacesView extends BaseAsyncView {
    private static final long serialVersionUID = 1L;

    /** Its input, and where it has run. */
    public record Report(
            String name, int pieces, List<String> files, String unneeded, String caller, String language) {}

    @NotBlank
    private String name;

    @Min(1)
    private int pieces = 1;

    private String unneeded = "as it was made";

    @Inject
    private HttpServletRequest request;

    @Override
    public Report run(AsyncProcess process) throws Exception {
        while (true) {
            String[] step = Steps.next(name).split(" ", 2);
            switch (step[0]) {
                case "progress" -> process.setProgress(Double.parseDouble(step[1]));
                case "message" -> process.message(step[1]);
                case "die" -> throw new IllegalStateException("secret reason");
                default -> {
                    return report();
                }
            }
        }
    }

    private Report report() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Part file : files()) {
            try (InputStream content = file.getInputStream()) {
                contents.add(file.getSubmittedFileName() + ": "
                        + new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Report(
                name,
                pieces,
                contents,
                unneeded,
                String.valueOf(
                        request.getUserPrincipal() == null
                                ? null
                                : request.getUserPrincipal().getName()),
                request.getLocale().getLanguage());
    }

    List<Part> files() {
        return List.of();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getPieces() {
        return pieces;
    }

    public void setPieces(int pieces) {
        this.pieces = pieces;
    }

    @JsonbTransient
    public String getUnneeded() {
        return unneeded;
    }

    public void setUnneeded(String unneeded) {
        this.unneeded = unneeded;
    }

    @Named
    @RequestScoped
    public static class Brief extends FacesView {
        private static final long serialVersionUID = 1L;
    }

    @Named
    @ViewScoped
    @Background(kind = "Long one", cancelable = false)
    public static class Lasting extends FacesView {
        private static final long serialVersionUID = 1L;

        private transient List<Part> attached;

        @Override
        List<Part> files() {
            return attached;
        }

        public List<Part> getAttached() {
            return attached;
        }

        public void setAttached(List<Part> attached) {
            this.attached = attached;
        }
    }

    @Named
    @RequestScoped
    public static class Unwritable extends BaseAsyncView {
        private static final long serialVersionUID = 1L;

        private transient Thread worker = Thread.currentThread();

        @Override
        public Response run(AsyncProcess process) {
            return Response.noContent().build();
        }

        public Thread getWorker() {
            return worker;
        }

        public void setWorker(Thread worker) {
            this.worker = worker;
        }
    }
}
