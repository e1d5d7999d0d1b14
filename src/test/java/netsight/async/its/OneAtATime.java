package netsight.async.its;

import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.Dependent;

/** An executor of the application's own, for tests with processes that wait for their turn. */
@ManagedExecutorDefinition(name = OneAtATime.NAME, maxAsync = 1)
@Dependent
public class OneAtATime {
    static final String NAME = "java:app/concurrent/one-at-a-time";
}
