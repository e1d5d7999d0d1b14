package netsight.async.demo;

import java.io.IOException;

/** What is wrong with an uploaded file, said to the person who chose it. */
class NotCsvException extends IOException {
    private static final long serialVersionUID = 1L;

    NotCsvException(String message) {
        super(message);
    }
}
