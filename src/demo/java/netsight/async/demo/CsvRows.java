package netsight.async.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/** Reads CSV, and tells in plain words where it is none. */
final class CsvRows {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    /** What is made of the rows, which stream. */
    interface Use<T> {
        T of(List<String> header, Iterable<CSVRecord> rows) throws NotCsvException;
    }

    private CsvRows() {}

    static <T> T read(InputStream content, Use<T> use) throws IOException {
        // spreadsheets begin their files with a byte order mark
        InputStream bytes = BOMInputStream.builder().setInputStream(content).get();
        // a decoder of its own refuses what is not UTF-8, where a reader by charset would put question marks
        try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
                CSVParser csv = FORMAT.parse(text)) {
            List<String> header = csv.getHeaderNames();
            if (header.isEmpty()) {
                throw new NotCsvException("The file is empty: a CSV file begins with a line that names its columns.");
            }
            return use.of(header, csv);
        } catch (CharacterCodingException e) {
            throw new NotCsvException("This is not a CSV file: it is not text in UTF-8.");
        } catch (UncheckedIOException | CSVException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static NotCsvException unreadable(Exception e) {
        return e.getCause() instanceof CharacterCodingException
                ? new NotCsvException("This is not a CSV file: it is not text in UTF-8.")
                : new NotCsvException("This is not a CSV file: " + e.getMessage());
    }
}
