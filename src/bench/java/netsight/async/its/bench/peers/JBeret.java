package netsight.async.its.bench.peers;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import jakarta.transaction.TransactionManager;
import java.util.Properties;
import org.jberet.job.model.JobBuilder;
import org.jberet.job.model.StepBuilder;
import org.jberet.operations.JobOperatorImpl;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;
import org.jberet.se.BatchSEEnvironment;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;

/** JBeret SE with its JDBC repository on the pool. Its reads come from a cache in front of it. */
final class JBeret implements Peer {
    private final org.jberet.job.model.Job job = new JobBuilder("bench")
            .step(new StepBuilder("step").batchlet("benchBatchlet").build())
            .build();
    private Database database;
    private JobOperatorImpl operator;

    @Dependent
    @Named("benchBatchlet")
    public static class Batchlet extends AbstractBatchlet {
        @Override
        public String process() {
            return Job.run();
        }
    }

    /** JBeret SE's own, except for the repository. */
    private record Environment(BatchSEEnvironment se, JobRepository repository) implements BatchEnvironment {
        @Override
        public ClassLoader getClassLoader() {
            return se.getClassLoader();
        }

        @Override
        public ArtifactFactory getArtifactFactory() {
            return se.getArtifactFactory();
        }

        @Override
        public void submitTask(JobTask task) {
            se.submitTask(task);
        }

        @Override
        public TransactionManager getTransactionManager() {
            return se.getTransactionManager();
        }

        @Override
        public JobRepository getJobRepository() {
            return repository;
        }

        @Override
        public JobXmlResolver getJobXmlResolver() {
            return se.getJobXmlResolver();
        }

        @Override
        public Properties getBatchConfigurationProperties() {
            return se.getBatchConfigurationProperties();
        }

        @Override
        public String getApplicationName() {
            return se.getApplicationName();
        }
    }

    @Override
    public void open(Database database) {
        this.database = database;
        BatchSEEnvironment se = new BatchSEEnvironment();
        operator = new JobOperatorImpl(new Environment(se, new JdbcRepository(database.pool, new Properties())));
    }

    @Override
    public Object submit() {
        return operator.start(job, new Properties());
    }

    @Override
    public boolean allRecorded() throws Exception {
        return database.none("job_execution where batchstatus in ('STARTING', 'STARTED')");
    }

    @Override
    public Object read(Object id) {
        return operator.getJobExecution((Long) id).getBatchStatus();
    }

    @Override
    public void close() {}
}
