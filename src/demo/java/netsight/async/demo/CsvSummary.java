package netsight.async.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import netsight.async.AsyncProcess;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.TeeInputStream;

/** What a CSV file holds. */
public record CsvSummary(String fileName, long rows, int columnCount, List<ColumnSummary> columns) {

    /**
     * Goes through the file twice: who knows how many rows there are can say how long they take.
     *
     * @param length of the content in bytes; below 0: not known
     */
    static CsvSummary of(String name, InputStream content, long length, AsyncProcess process) throws IOException {
        Path copy = Files.createTempFile("import", ".csv");
        try {
            long rows = process.stepResult("Reading", 0.4, step -> keep(step.track(content, length), copy));
            process.log(grouped("%,d rows", rows) + (name == null ? "" : " in " + name));
            List<ColumnSummary> columns =
                    process.stepResult("Looking at the columns", 0.6, step -> columns(copy, rows, step));
            columns.forEach(column -> process.log(column.name() + " is " + column.type()));
            process.message(grouped("%,d rows, %,d columns", rows, columns.size()));
            return new CsvSummary(name, rows, columns.size(), columns);
        } finally {
            Files.delete(copy);
        }
    }

    /** @return how many rows there are */
    private static long keep(InputStream content, Path copy) throws IOException {
        try (InputStream in = new TeeInputStream(content, Files.newOutputStream(copy), true)) {
            return CsvRows.read(in, (header, all) -> {
                long rows = 0;
                for (CSVRecord row : all) {
                    rows++;
                    check(row, rows, header.size());
                }
                return rows;
            });
        }
    }

    private static void check(CSVRecord row, long number, int columns) throws NotCsvException {
        if (row.size() != columns) {
            throw new NotCsvException(grouped(
                    "This is not a CSV file: row %,d has %,d values, but the first line names %,d columns.",
                    number, row.size(), columns));
        }
    }

    private static List<ColumnSummary> columns(Path copy, long rows, AsyncProcess process) throws IOException {
        return CsvRows.read(Files.newInputStream(copy), (header, all) -> {
            List<Column> columns = header.stream().map(Column::new).toList();
            process.unit("rows");
            for (CSVRecord row : process.track(all, rows)) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(row.get(i));
                }
            }
            return columns.stream().map(Column::summary).toList();
        });
    }

    private static String grouped(String text, Object... values) {
        return String.format(Locale.ENGLISH, text, values);
    }
}
