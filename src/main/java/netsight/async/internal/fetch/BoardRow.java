package netsight.async.internal.fetch;

import java.time.Duration;
import java.time.Instant;
import netsight.async.ProcessState;
import netsight.async.ProcessStatus;
import netsight.async.ProcessStatus.ProcessError;
import netsight.async.internal.run.Percent;
import netsight.async.internal.store.ProcessEntry;

/**
 * One process on the board.
 *
 * @param href where it can be followed; null when there is nothing to follow
 * @param state what the style sheet knows it by
 * @param bar whether it runs
 * @param progress percent, or null
 * @param result where its result can be fetched, or null
 * @param error of one that failed, or null
 * @param log where what it has logged can be read, or null
 * @param action what can be done to it, or null
 */
record BoardRow(
        String id,
        String name,
        String kind,
        String owner,
        String href,
        String state,
        String stateText,
        boolean bar,
        String progress,
        String progressText,
        String message,
        ProcessError error,
        Wording.Moment started,
        String duration,
        String result,
        String log,
        Action action) {

    /** A button, and what it asks before. */
    record Action(String what, String label, String question) {}

    static BoardRow of(ProcessEntry entry, Links links, Inquiry inquiry, Wording wording) {
        ProcessStatus status = entry.status();
        // who opens another's result, or waits for it, collects it
        boolean own = entry.owner() != null && entry.owner().equals(inquiry.caller());
        boolean running = status.state() == ProcessState.RUNNING;
        return new BoardRow(
                status.id(),
                Titles.of(status.kind()),
                status.kind(),
                entry.owner(),
                own && !status.state().finished()
                        ? links.page(inquiry.uri(), entry.view(), status).toString()
                        : null,
                word(status),
                wording.messages().text("page.board.state." + word(status)),
                running,
                status.progress() == null ? null : Percent.format(status.progress()),
                running ? StatusModel.progress(wording.messages(), status) : null,
                running || status.state() == ProcessState.SUCCEEDED ? status.message() : null,
                status.state() == ProcessState.FAILED ? status.error() : null,
                wording.moment(status.started() == null ? status.created() : status.started()),
                status.started() == null ? null : wording.duration(took(status)),
                own && status.completed() ? links.result(inquiry.uri(), status) : null,
                status.logged() ? links.log(inquiry.uri(), status) : null,
                action(status, wording));
    }

    private static String word(ProcessStatus status) {
        if (status.canceling()) {
            return "canceling";
        }
        return status.resuming() && status.state() == ProcessState.RUNNING
                ? "resuming"
                : status.state().word();
    }

    private static Duration took(ProcessStatus status) {
        return Duration.between(status.started(), status.finished() == null ? Instant.now() : status.finished());
    }

    private static Action action(ProcessStatus status, Wording wording) {
        if (status.state().finished()) {
            return action("delete", wording);
        }
        return status.cancelable() ? action("cancel", wording) : null;
    }

    private static Action action(String what, Wording wording) {
        return new Action(
                what,
                wording.messages().text("page.board." + what),
                wording.messages().text("page.board." + what + "Question"));
    }
}
