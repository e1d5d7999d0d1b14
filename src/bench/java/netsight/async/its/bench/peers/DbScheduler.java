package netsight.async.its.bench.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** It deletes what has finished, so reads are of tasks that are due in the far future. */
final class DbScheduler implements Peer {
    private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");

    private final boolean lockAndFetch;
    private final AtomicLong ids = new AtomicLong();
    private final OneTimeTask<String> task =
            Tasks.oneTime("bench", String.class).execute((instance, context) -> Job.run());
    private Database database;
    private Scheduler scheduler;

    DbScheduler(boolean lockAndFetch) {
        this.lockAndFetch = lockAndFetch;
    }

    @Override
    public void open(Database database) throws Exception {
        this.database = database;
        database.execute(
                "create table scheduled_tasks (task_name varchar(100) not null, task_instance varchar(100) not null,"
                        + " task_data bytea, execution_time timestamp with time zone not null, picked boolean not null,"
                        + " picked_by varchar(50), last_success timestamp with time zone,"
                        + " last_failure timestamp with time zone, consecutive_failures int,"
                        + " last_heartbeat timestamp with time zone, version bigint not null, priority smallint,"
                        + " primary key (task_name, task_instance))",
                "create index execution_time_idx on scheduled_tasks (execution_time)",
                "create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)",
                "create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)");
        SchedulerBuilder builder = Scheduler.create(database.pool, task)
                .threads(THREADS)
                .enableImmediateExecution()
                .pollingInterval(Duration.ofMillis(100));
        scheduler = (lockAndFetch ? builder.pollUsingLockAndFetch(1.0, 4.0) : builder.pollUsingFetch(1.0, 6.0)).build();
        scheduler.start();
    }

    @Override
    public Object submit() {
        return schedule(Instant.now());
    }

    private String schedule(Instant when) {
        String id = Long.toString(ids.incrementAndGet());
        scheduler.schedule(task.instance(id, "trivial"), when);
        return id;
    }

    @Override
    public boolean allRecorded() throws Exception {
        return database.none("scheduled_tasks where execution_time <= now()");
    }

    @Override
    public List<Object> readable(List<Object> finished) {
        List<Object> kept = new ArrayList<>();
        finished.forEach(one -> kept.add(schedule(FAR)));
        return kept;
    }

    @Override
    public Object read(Object id) {
        return scheduler
                .getScheduledExecution(TaskInstanceId.of("bench", (String) id))
                .orElseThrow()
                .isPicked();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
