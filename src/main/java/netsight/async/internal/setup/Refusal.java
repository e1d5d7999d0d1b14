package netsight.async.internal.setup;

/** A request that is refused, and nothing has been stored. The key finds its texts: {@code page.error.{key}.title} and so on. */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;

    private Refusal(int status, String key, Throwable cause) {
        super(key, cause);
        this.status = status;
        this.key = key;
    }

    public static Refusal badId() {
        return new Refusal(400, "badRequest", null);
    }

    public static Refusal crossSite() {
        return new Refusal(403, "crossSite", null);
    }

    public static Refusal badQuery() {
        return new Refusal(400, "badQuery", null);
    }

    public static Refusal badKey() {
        return new Refusal(400, "badKey", null);
    }

    public static Refusal keyReused() {
        return new Refusal(422, "keyReused", null);
    }

    public static Refusal headOnly() {
        return new Refusal(405, "headOnly", null);
    }

    public static Refusal tooLarge() {
        return new Refusal(413, "tooLarge", null);
    }

    /** As many processes wait as may. */
    public static Refusal full() {
        return new Refusal(503, "busy", null);
    }

    /** The caller has as many processes as he may have. */
    public static Refusal tooMany() {
        return new Refusal(429, "tooMany", null);
    }

    public static Refusal busy(Throwable cause) {
        return new Refusal(503, "busy", cause);
    }

    /** Whether the same request may be answered otherwise a little later. */
    public boolean passes() {
        return status == 503 || status == 429;
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }
}
