package org.diachi.ogc;

import java.util.Objects;
import java.util.function.Supplier;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends questions that would keep the database busy for long: what callers ask for may be dearer than they know. */
@Component
class TimeLimit {

    private final TransactionTemplate transaction;
    private final int seconds;

    TimeLimit(Registry registry, @Value("${diachi.ogc.most-seconds}") int seconds) {
        this.seconds = seconds;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(registry.dataSource()));
        transaction.setTimeout(seconds);
    }

    /**
     * Asks the database.
     *
     * @param isDear whether it may take long: a transaction is opened only then
     * @throws ProblemException if it takes too long
     */
    <T> T within(boolean isDear, Supplier<T> question) {
        if (!isDear) {
            return question.get();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> question.get()));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_DEAR,
                    "Looking for these features takes longer than " + seconds
                            + " seconds. Ask for fewer: give a bbox, or conditions that name values."));
        }
    }
}
