package netsight.async.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import netsight.async.its.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    private final Outage outage = new Outage();

    @Test
    void whoBeganBeforeItProvesNothing() {
        Throwable before = outage.check();
        outage.failed(new PersistenceException(new SQLException("away", "08006")));
        outage.works(before);

        assertThatThrownBy(outage::checkAway).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void whoTriesFindsThatItIsOver() throws Exception {
        outage.failed(new PersistenceException(new SQLException("away", "08006")));
        outage.works(Eventually.get(this::tried, Objects::nonNull));

        outage.checkAway();
    }

    private Throwable tried() {
        try {
            return outage.check();
        } catch (DatabaseFailure tooEarly) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void isKnownByItsState(String state) {
        assertThat(Outage.isAway(new PersistenceException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "40001", "57014"})
    void aRefusalIsNone(String state) {
        assertThat(Outage.isAway(new PersistenceException(new SQLException("refused", state))))
                .isFalse();
        assertThat(Outage.isAway(rolledBack(new SQLException("refused", state))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "HYT00"})
    void thatOthersAreInTheWayPasses(String state) {
        assertThat(Outage.isPassing(rolledBack(new SQLException("not now", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01"})
    void aRefusalDoesNot(String state) {
        assertThat(Outage.isPassing(rolledBack(new SQLException("refused", state))))
                .isFalse();
    }

    @Test
    void isKnownByTheKindOfItsException() {
        assertThat(Outage.isAway(new PersistenceException(new SQLTransientConnectionException("no connection"))))
                .isTrue();
        assertThat(Outage.isAway(new SQLException("no connection", new ResourceException("the pool is empty"))))
                .isTrue();
        assertThat(Outage.isAway(new RollbackException("it could not be told"))).isTrue();
        assertThat(Outage.isAway(new PersistenceException("no entity"))).isFalse();
    }

    @Test
    void isFoundBehindOthers() {
        SQLException batch = new SQLException("the batch failed", "HY000");
        batch.setNextException(new SQLException("away", "08006"));
        assertThat(Outage.isAway(rolledBack(batch))).isTrue();
    }

    private static RollbackException rolledBack(Throwable cause) {
        RollbackException failure = new RollbackException("rolled back");
        failure.initCause(cause);
        return failure;
    }
}
