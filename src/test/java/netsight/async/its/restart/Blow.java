package netsight.async.its.restart;

import java.time.Instant;

/** What befell a node, and from when to when. */
record Blow(String node, Kind kind, Instant begin, Instant end) {

    enum Kind {
        /** SIGKILL. */
        KILL,
        /** SIGTERM. */
        TERM,
        /** SIGSTOP, and later SIGCONT. */
        STOP,
        UNDEPLOY,
        /** The machine had no time for it: the other node said that it was dead. */
        STALL,
        /** Not a blow, but what follows: the node goes on and does not know yet that it was away. */
        AWAY
    }

    /** Whether the node goes on afterwards without knowing of it. */
    boolean isPause() {
        return kind == Kind.STOP || kind == Kind.STALL || kind == Kind.AWAY;
    }

    boolean meets(String where, Instant from, Instant to) {
        return node.equals(where) && !begin.isAfter(to) && !end.isBefore(from);
    }
}
