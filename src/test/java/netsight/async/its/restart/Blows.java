package netsight.async.its.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netsight.async.its.Eventually;
import netsight.async.its.restart.Blow.Kind;
import netsight.async.its.restart.TwoNodes.Node;

/** Strikes nodes, and brings them back. */
final class Blows {
    /**
     * Stack traces and errors; not that the other node has let the same start in, of which Hibernate tells before it is
     * answered, nor that the node has only now noticed that it was suspended.
     */
    private static final Pattern TROUBLE = Pattern.compile(
            "(?m)^.* ERROR (?!.*(?:duplicate key value|NSA022)).*$|^\\s+at .*$|^.*(?<!getNext)Exception(?!Helper).*$|^.*WELD-.*$");

    /** Between two entries of a log. */
    private static final String ENTRY = "\\n(?=\\d{4}-\\d\\d-\\d\\d )";

    private static final String REQUEST = "(default task-";
    private static final String OURS = "[netsight.async]";

    private static final Pattern DEAD = Pattern.compile("(?m)^(\\S+ \\S+) .* NSA021 Node [^ /]*-(\\w+)/");
    /** A node has noticed that it was away; until then it goes on, and is fenced. */
    private static final Pattern AWAY = Pattern.compile("(?m)^(\\S+ \\S+) .* NSA022 ");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final int LONGEST_BOOT_MILLIS = 8000;
    private static final int ONE_IN = 4;

    private final TwoNodes nodes;
    private final Random random;
    private final List<Blow> blows = new ArrayList<>();

    Blows(TwoNodes nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
    }

    /** One of each kind first, most are kills. */
    static Kind kind(int number) {
        return switch (number % 6) {
            case 1 -> Kind.STOP;
            case 2 -> Kind.TERM;
            case 4 -> number % 12 == 4 ? Kind.UNDEPLOY : Kind.STOP;
            default -> Kind.KILL;
        };
    }

    /** When it returns both nodes work again. */
    void strike(Kind kind) throws Exception {
        Node victim = random.nextBoolean() ? nodes.a : nodes.b;
        switch (kind) {
            case KILL -> kill(victim);
            case TERM -> stop(victim);
            case STOP -> suspend(victim);
            default -> undeploy(victim);
        }
    }

    private void kill(Node victim) throws Exception {
        Node other = victim == nodes.a ? nodes.b : nodes.a;
        boolean both = random.nextInt(ONE_IN) == 0;
        boolean inBoot = random.nextInt(ONE_IN) == 0;
        int pause = random.nextInt(LONGEST_BOOT_MILLIS);
        killOne(victim);
        if (both) {
            killOne(other);
            other.server.launch();
        }
        victim.server.launch();
        if (inBoot) {
            Thread.sleep(pause);
            killOne(victim);
            victim.server.launch();
        }
        victim.server.await();
        if (both) {
            other.server.await();
        }
    }

    private void killOne(Node victim) throws Exception {
        Instant begin = Instant.now();
        victim.server.kill();
        add(victim, Kind.KILL, begin);
    }

    private void stop(Node victim) throws Exception {
        long before = victim.server.log(0).length();
        Instant begin = Instant.now();
        victim.server.stop();
        add(victim, Kind.TERM, begin);
        assertCalm(victim, before);
        victim.server.start();
    }

    private void suspend(Node victim) throws Exception {
        Instant begin = Instant.now();
        victim.server.suspend();
        Thread.sleep(KillIT.NODE_TIMEOUT.toMillis() + random.nextInt(2000));
        victim.server.resume();
        add(victim, Kind.STOP, begin);
    }

    private void undeploy(Node victim) throws Exception {
        long before = victim.server.log(0).length();
        Instant begin = Instant.now();
        victim.undeploy();
        add(victim, Kind.UNDEPLOY, begin);
        Eventually.get(victim.server::threads, threads -> !threads.contains("netsight"));
        assertCalm(victim, before);
        victim.deploy();
    }

    private void add(Node victim, Kind kind, Instant begin) {
        blows.add(new Blow(victim.name, kind, begin, Instant.now()));
    }

    // a run that waits for a slow database is left behind, and that must be said; requests that are under way at a
    // server's
    // end are its own affair: it does not wait for them
    private static void assertCalm(Node victim, long before) throws Exception {
        String log = StopIT.LEFT_BEHIND.matcher(victim.server.log(before)).replaceAll("");
        assertThat(Stream.of(log.split(ENTRY))
                        .filter(entry -> !isRequest(entry.lines().findFirst().orElse("")))
                        .flatMap(entry -> TROUBLE.matcher(entry).results())
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static boolean isRequest(String line) {
        return line.contains(REQUEST) && !line.contains(OURS);
    }

    /** Those too that the machine has dealt, which was too slow. */
    List<Blow> all() throws Exception {
        List<Blow> all = new ArrayList<>(blows);
        for (Node node : List.of(nodes.a, nodes.b)) {
            AWAY.matcher(node.log()).results().map(Blows::time).forEach(at -> all.add(away(node, at)));
            DEAD.matcher(node.log()).results().forEach(said -> {
                Instant at = time(said);
                Instant since = at.minus(KillIT.NODE_TIMEOUT.multipliedBy(3));
                if (blows.stream().noneMatch(blow -> blow.meets(said.group(2), since, at))) {
                    all.add(new Blow(said.group(2), Kind.STALL, since, at.plus(KillIT.NODE_TIMEOUT)));
                }
            });
        }
        return all;
    }

    /** From when it may have gone on. */
    private Blow away(Node node, Instant noticed) {
        Instant longest = noticed.minus(KillIT.NODE_TIMEOUT.multipliedBy(3));
        Instant since = blows.stream()
                .filter(blow -> blow.node().equals(node.name))
                .map(Blow::end)
                .filter(end -> end.isAfter(longest) && end.isBefore(noticed))
                .max(Comparator.naturalOrder())
                .orElse(longest);
        return new Blow(node.name, Kind.AWAY, since, noticed);
    }

    private static Instant time(MatchResult said) {
        return LocalDateTime.parse(said.group(1), TIME)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }
}
