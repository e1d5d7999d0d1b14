package netsight.async.demo;

import jakarta.ws.rs.core.EntityPart;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import netsight.async.AsyncProcess;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/** What a CSV file holds. */
public record CsvSummary(String fileName, long rows, int columnCount, List<ColumnSummary> columns) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    static CsvSummary of(EntityPart file, long length, AsyncProcess process) throws IOException, NotCsvException {
        // spreadsheets begin their files with a byte order mark
        InputStream bytes = BOMInputStream.builder()
                .setInputStream(counted(file.getContent(), length, process))
                .get();
        // a decoder of its own refuses what is not UTF-8, where a reader by charset would put question marks
        try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
                CSVParser csv = FORMAT.parse(text)) {
            return read(file.getFileName().orElse(null), csv, process);
        } catch (CharacterCodingException e) {
            throw new NotCsvException("This is not a CSV file: it is not text in UTF-8.");
        } catch (UncheckedIOException | CSVException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static CsvSummary read(String name, CSVParser csv, AsyncProcess process) throws NotCsvException {
        List<String> header = csv.getHeaderNames();
        if (header.isEmpty()) {
            throw new NotCsvException("The file is empty: a CSV file begins with a line that names its columns.");
        }
        List<Column> columns = header.stream().map(Column::new).toList();
        long rows = 0;
        for (CSVRecord row : csv) {
            rows++;
            if (row.size() != columns.size()) {
                throw new NotCsvException(String.format(
                        Locale.ENGLISH,
                        "This is not a CSV file: row %,d has %,d values, but the first line names %,d columns.",
                        rows,
                        row.size(),
                        columns.size()));
            }
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(row.get(i));
            }
            if (rows % 1000 == 0) {
                process.message(String.format(Locale.ENGLISH, "%,d rows", rows));
            }
        }
        return new CsvSummary(
                name,
                rows,
                columns.size(),
                columns.stream().map(Column::summary).toList());
    }

    private static NotCsvException unreadable(Exception e) {
        return e.getCause() instanceof CharacterCodingException
                ? new NotCsvException("This is not a CSV file: it is not text in UTF-8.")
                : new NotCsvException("This is not a CSV file: " + e.getMessage());
    }

    private static InputStream counted(InputStream in, long length, AsyncProcess process) {
        return new FilterInputStream(in) {
            private long read;

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                int n = super.read(bytes, offset, count);
                read += Math.max(0, n);
                if (length > 0) {
                    process.setProgress(100.0 * read / length);
                }
                return n;
            }
        };
    }
}
