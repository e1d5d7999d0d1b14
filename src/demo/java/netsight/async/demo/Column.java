package netsight.async.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gathers what a column holds, value by value, in bounded memory. */
class Column {
    private static final int MOST_DISTINCT = 100_000;

    /** From the narrowest to the one that everything fits. */
    private enum Type {
        INTEGER,
        DECIMAL,
        DATE,
        TEXT
    }

    private final String name;
    private final Set<String> distinct = new HashSet<>();
    private final Range<String> texts = new Range<>();
    private final Range<BigDecimal> numbers = new Range<>();
    private boolean integers = true;
    private boolean decimals = true;
    private boolean dates = true;
    private boolean more;
    private long empty;

    Column(String name) {
        this.name = name;
    }

    void add(String value) {
        if (value.isBlank()) {
            empty++;
            return;
        }
        count(value);
        texts.add(value);
        integers = integers && value.matches("[+-]?[0-9]{1,1000}");
        decimals = decimals && number(value);
        dates = dates && date(value);
    }

    private void count(String value) {
        if (distinct.size() < MOST_DISTINCT) {
            distinct.add(value);
        } else {
            more = more || !distinct.contains(value);
        }
    }

    ColumnSummary summary() {
        Type type = type();
        boolean numeric = type == Type.INTEGER || type == Type.DECIMAL;
        return new ColumnSummary(
                name,
                type.name().toLowerCase(Locale.ROOT),
                empty,
                distinct.size(),
                more,
                numeric ? numbers.min.toPlainString() : texts.min,
                numeric ? numbers.max.toPlainString() : texts.max);
    }

    private Type type() {
        if (texts.min == null) {
            return Type.TEXT;
        }
        return integers ? Type.INTEGER : decimals ? Type.DECIMAL : dates ? Type.DATE : Type.TEXT;
    }

    private boolean number(String value) {
        // no exponents: 1E999999999 would be written out
        if (!value.matches("[+-]?[0-9]{1,1000}(\\.[0-9]{1,1000})?")) {
            return false;
        }
        numbers.add(new BigDecimal(value));
        return true;
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static final class Range<T extends Comparable<T>> {
        private T min;
        private T max;

        void add(T value) {
            min = min == null || value.compareTo(min) < 0 ? value : min;
            max = max == null || value.compareTo(max) > 0 ? value : max;
        }
    }
}
