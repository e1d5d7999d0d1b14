package netsight.async.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncView;

/** The same in Faces: the uploaded file is a property like any other, and the result is an object that the page shows. */
@Named
@RequestScoped
public class ImportView extends BaseAsyncView {
    private static final long serialVersionUID = 1L;

    /** What became of it: the one or the other. */
    public record Imported(CsvSummary summary, String error) {}

    @NotNull
    private transient Part file;

    @Override
    public Imported run(AsyncProcess process) throws IOException {
        try {
            return new Imported(
                    CsvSummary.of(file.getSubmittedFileName(), file.getInputStream(), file.getSize(), process), null);
        } catch (NotCsvException e) {
            return new Imported(null, e.getMessage());
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
