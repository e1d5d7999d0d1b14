package netsight.async.internal.fetch;

import java.util.Locale;

/** Makes a title for people from the name of a class: {@code MonthlyReport} is "Monthly report". */
final class Titles {
    private Titles() {}

    static String of(String kind) {
        String words = kind.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[._]", " ")
                .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Of the class that somebody wrote, not of the subclass that CDI made of it. */
    static String of(Class<?> type) {
        return type.getSimpleName().contains("$") ? of(type.getSuperclass()) : of(type.getSimpleName());
    }
}
