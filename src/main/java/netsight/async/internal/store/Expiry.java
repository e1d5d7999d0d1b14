package netsight.async.internal.store;

import java.time.Duration;
import java.time.Instant;
import netsight.async.internal.setup.Keep;
import netsight.async.internal.setup.Settings;

/**
 * When what a process leaves goes.
 *
 * @param expires the response
 * @param forgotten the process
 */
record Expiry(Instant expires, Instant forgotten) {

    /** Of a process that has ended. */
    static Expiry ofEnd(Instant end, Keep keep, Settings settings) {
        return at(end.plus(or(keep.results(), settings.keepResults())), keep, settings);
    }

    /** Of a process whose response has been fetched whole. */
    static Expiry ofFetch(Instant fetched, Keep keep, Settings settings) {
        return at(fetched.plus(or(keep.afterFetch(), settings.keepAfterFetch())), keep, settings);
    }

    private static Expiry at(Instant expires, Keep keep, Settings settings) {
        return new Expiry(expires, expires.plus(or(keep.tombstones(), settings.keepTombstones())));
    }

    private static Duration or(Duration own, Duration setting) {
        return own != null ? own : setting;
    }
}
