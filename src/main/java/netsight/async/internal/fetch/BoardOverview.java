package netsight.async.internal.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netsight.async.ProcessState;
import netsight.async.internal.setup.Settings;
import netsight.async.internal.store.Lives;
import netsight.async.internal.store.Lives.Life;
import netsight.async.internal.store.Overview;
import netsight.async.internal.store.Overview.Latest;
import netsight.async.internal.store.Overview.Load;

/** What an administrator sees above the list: counts by state, what has ended lately, the servers. */
@ApplicationScoped
class BoardOverview {
    /** A server beats ten times in the timeout: so many missed beats are no chance. */
    private static final int SILENT = 3;

    @Inject
    Overview overview;

    @Inject
    Lives lives;

    @Inject
    Settings settings;

    /** @param url of the list with this state alone */
    record Tile(String url, String state, String label, String number, boolean lately) {}

    /** @param width of 100 */
    record Time(String name, String runs, String median, String most, double medianWidth, double mostWidth) {}

    /** @param state fresh, silent or gone */
    record Server(String name, String life, boolean mine, String state, String sign, String queued, String running) {}

    Map<String, Object> model(String list, Wording wording) {
        Instant now = Instant.now();
        List<Load> load = overview.load();
        Latest latest = overview.ended(now.minus(Duration.ofMinutes(FinishedChart.MINUTES)));
        FinishedChart chart = new FinishedChart(latest.ended(), now);
        Map<String, Object> model = new HashMap<>();
        model.put("tiles", tiles(list, load, chart, wording));
        model.put("bars", chart.bars());
        model.put("most", wording.number(chart.most()));
        model.put("from", wording.time(chart.first()));
        model.put("until", wording.time(chart.last()));
        model.put("minutes", chart.rows(wording));
        model.put("anyMinutes", chart.most() > 0);
        model.put("summary", summary(chart, wording));
        model.put("cut", cut(latest, chart, wording));
        model.put("times", times(RunTimes.of(latest.ended()), wording));
        model.put("servers", servers(load, wording));
        return model;
    }

    private static List<Tile> tiles(String list, List<Load> load, FinishedChart chart, Wording wording) {
        List<Tile> tiles = new ArrayList<>();
        for (ProcessState state : ProcessState.values()) {
            long number = state.finished() ? chart.total(state) : sum(load, null, state);
            tiles.add(new Tile(
                    list + "?status=" + state.word(),
                    state.word(),
                    wording.messages().text("page.board.state." + state.word()),
                    wording.number(number),
                    state.finished()));
        }
        return tiles;
    }

    /** @param life null: of all */
    private static long sum(List<Load> load, String life, ProcessState state) {
        return load.stream()
                .filter(one -> one.state() == state && (life == null || life.equals(one.life())))
                .mapToLong(Load::processes)
                .sum();
    }

    private static String summary(FinishedChart chart, Wording wording) {
        return wording.messages()
                .text(
                        "page.board.summary",
                        wording.number(chart.total(ProcessState.SUCCEEDED)),
                        wording.number(chart.total(ProcessState.FAILED)),
                        wording.number(chart.total(ProcessState.CANCELED)));
    }

    /** Since when nothing is missing, if that is not the whole hour. */
    private static Wording.Moment cut(Latest latest, FinishedChart chart, Wording wording) {
        return latest.since().isAfter(chart.first()) ? wording.moment(latest.since()) : null;
    }

    private static List<Time> times(List<RunTimes> times, Wording wording) {
        double longest = times.isEmpty() ? 1 : Math.max(1, times.get(0).most().toMillis());
        return times.stream()
                .map(one -> new Time(
                        Titles.of(one.kind()),
                        wording.number(one.runs()),
                        wording.duration(one.median()),
                        wording.duration(one.most()),
                        width(one.median(), longest),
                        width(one.most(), longest)))
                .toList();
    }

    private static double width(Duration time, double longest) {
        return Math.max(1, Math.round(1000 * time.toMillis() / longest) / 10.0);
    }

    private List<Server> servers(List<Load> load, Wording wording) {
        List<Server> servers = new ArrayList<>();
        List<Life> all = lives.all();
        for (Life life : all) {
            boolean silent = life.silent()
                            .compareTo(
                                    settings.nodeTimeout().multipliedBy(SILENT).dividedBy(10))
                    > 0;
            String sign = silent
                    ? wording.messages().text("page.board.silent", wording.duration(life.silent()))
                    : wording.messages().text("page.board.fresh");
            servers.add(
                    server(life.name(), life.life(), life.mine(), silent ? "silent" : "fresh", sign, load, wording));
        }
        // nobody has taken over yet what they had
        load.stream()
                .map(Load::life)
                .distinct()
                .filter(life -> all.stream().noneMatch(one -> one.life().equals(life)))
                .map(life -> server(
                        life.replaceAll("/[^/]*$", ""),
                        life,
                        false,
                        "gone",
                        wording.messages().text("page.board.gone"),
                        load,
                        wording))
                .forEach(servers::add);
        return servers;
    }

    private static Server server(
            String name, String life, boolean mine, String state, String sign, List<Load> load, Wording wording) {
        return new Server(
                name,
                life.substring(life.lastIndexOf('-') + 1),
                mine,
                state,
                sign,
                wording.number(sum(load, life, ProcessState.ACCEPTED)),
                wording.number(sum(load, life, ProcessState.RUNNING)));
    }
}
