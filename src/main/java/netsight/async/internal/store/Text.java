package netsight.async.internal.store;

/** Texts of any length and content, made to fit into a column. */
public final class Text {
    public static final int MESSAGE = ProcessColumns.TEXT;
    public static final int UNIT = ProcessColumns.UNIT;

    private Text() {}

    /** Cut where it is too long, but not in the middle of a character; null stays null. */
    public static String fit(String text, int most) {
        // PostgreSQL refuses the character NUL, and with it the progress of everybody in the same transaction
        String storable = text == null ? null : text.replace("\0", "");
        if (storable == null || storable.length() <= most) {
            return storable;
        }
        boolean between = Character.isHighSurrogate(storable.charAt(most - 1));
        return storable.substring(0, between ? most - 1 : most);
    }
}
