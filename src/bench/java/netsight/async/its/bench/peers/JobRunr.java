package netsight.async.its.bench.peers;

import java.time.Duration;
import java.util.UUID;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.configuration.BackgroundJobServerThreadType;
import org.jobrunr.server.configuration.DefaultBackgroundJobServerWorkerPolicy;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

final class JobRunr implements Peer {
    /** The least that it accepts on an SQL store. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private Database database;
    private StorageProvider store;
    private BackgroundJobServer server;
    private JobRequestScheduler scheduler;

    public record Request(String kind) implements JobRequest {
        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    public static final class Handler implements JobRequestHandler<Request> {
        @Override
        public void run(Request request) {
            Job.run();
        }
    }

    @Override
    public void open(Database database) {
        this.database = database;
        store = SqlStorageProviderFactory.using(database.pool);
        JacksonJsonMapper json = new JacksonJsonMapper();
        store.setJobMapper(new JobMapper(json));
        server = new BackgroundJobServer(
                store,
                json,
                null,
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andBackgroundJobServerWorkerPolicy(new DefaultBackgroundJobServerWorkerPolicy(
                                THREADS, BackgroundJobServerThreadType.PlatformThreads))
                        .andPollInterval(POLL));
        server.start();
        scheduler = new JobRequestScheduler(store);
    }

    @Override
    public Object submit() {
        return scheduler.enqueue(new Request("trivial")).asUUID();
    }

    @Override
    public boolean allRecorded() throws Exception {
        return database.none("jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING')");
    }

    @Override
    public Object read(Object id) {
        return store.getJobById((UUID) id).getState();
    }

    @Override
    public void close() {
        server.stop();
    }
}
