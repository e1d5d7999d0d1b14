package netsight.async.readme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import netsight.async.AsyncProcess;

// tag::sales[]
@ApplicationScoped
public class Sales {
    @Inject
    private AsyncProcess process;

    public long total(int year) {
        long total = 0;
        for (int month = 1; month <= 12; month++) {
            process.message("Month " + month); // a line for the people who wait
            total += 100L * year + month;
            process.setProgress(100.0 * month / 12);
        }
        return total;
    }
}
// end::sales[]
