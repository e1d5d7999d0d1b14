package netsight.async.its.restart;

import java.util.Random;

/**
 * A process to be started while servers are killed; the same one for the same seed and number.
 *
 * @param millis how long it works
 * @param cancelAfter when it is canceled, in milliseconds from its start; negative: never
 */
record KillOrder(String name, boolean restartable, Work work, int millis, int cancelAfter) {
    private static final int SHORTEST = 100;
    private static final int LONGEST = 3000;

    /** What it does. */
    enum Work {
        TEXT,
        LARGE,
        FAIL,
        STEPS
    }

    static KillOrder of(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        boolean restartable = random.nextInt(10) < 4;
        int one = random.nextInt(10);
        Work work = one < 5 ? Work.TEXT : one < 7 ? Work.LARGE : one < 8 ? Work.FAIL : Work.STEPS;
        int millis = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        int cancelAfter = random.nextInt(10) == 0 ? random.nextInt(LONGEST) : -1;
        return new KillOrder(seed + "-" + number, restartable, work, millis, cancelAfter);
    }

    String path() {
        return restartable ? "kill/again" : "kill";
    }
}
