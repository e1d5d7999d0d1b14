package netsight.async.demo;

/**
 * What a column holds.
 *
 * @param type integer, decimal, date or text: the first that fits all its values
 * @param distinct how many different values
 * @param more whether there are more than that: counting stops at 100,000
 */
public record ColumnSummary(
        String name, String type, long empty, long distinct, boolean more, String min, String max) {}
