package netsight.async.demo;

/** What is wrong with an uploaded file, said to the person who chose it. */
class NotCsvException extends Exception {
    private static final long serialVersionUID = 1L;

    NotCsvException(String message) {
        super(message);
    }
}
