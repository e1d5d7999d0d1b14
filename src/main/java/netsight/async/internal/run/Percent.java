package netsight.async.internal.run;

/** Progress as people read it: percent with one decimal. */
public final class Percent {
    /** What is shown at most until the run has really ended. */
    static final double ALMOST = 99.9;

    private Percent() {}

    /**
     * Rounded to one decimal, within 0 to 100.
     *
     * @throws IllegalArgumentException if not a finite number
     */
    static double of(double percent) {
        if (!Double.isFinite(percent)) {
            throw new IllegalArgumentException("Progress must be a finite number of percent, not " + percent);
        }
        return Math.round(Math.max(0, Math.min(100, percent)) * 10) / 10.0;
    }

    /** @throws IllegalArgumentException if no share of a whole */
    static double weight(double share) {
        if (share > 0 && share <= 1) {
            return share;
        }
        throw new IllegalArgumentException("The weight of a step must be above 0, and 1 at most, not " + share);
    }

    /** {@code 55}, {@code 55.5}: whole numbers without a decimal. */
    public static String format(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
