package org.diachi.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs acts, each in one transaction that holds the head of the log until it has committed. */
public final class ChangeLog {

    /**
     * Of those who wait for their turn, one waits at the database, to go on at once; the others wait here, where they keep
     * no connection from those who read.
     */
    private static final int AT_THE_DATABASE = 2;

    /** Of the acts that share a transaction: enough to make its fixed price small, few enough to answer soon. */
    private static final int MOST_TOGETHER = 32;

    private final Semaphore turns = new Semaphore(AT_THE_DATABASE, true);
    private final Queue<WaitingActs<?>> waiting = new ConcurrentLinkedQueue<>();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    public ChangeLog(DataSource dataSource) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** A question to the register as it is after an entry of the log. */
    public interface Question<T> {
        T ask(Connection connection, long seq) throws SQLException;
    }

    /**
     * Asks the register as it is after the last entry of the log, without waiting for who is about to append.
     *
     * @throws org.springframework.dao.DataAccessException if the database does not answer
     */
    public <T> T ask(Question<T> question) {
        return snapshot.execute(status ->
                jdbc.execute((Connection connection) -> question.ask(connection, Ledger.readHead(connection))));
    }

    /**
     * Waits for its turn, then runs the acts and commits them with their log entries, or with nothing if one throws.
     *
     * @param context said of every entry that the acts append
     * @param acts what is done; statements on the same data source see the state that the log's head describes
     */
    public <T> T write(ActContext context, Function<Ledger, T> acts) {
        turns.acquireUninterruptibly();
        try {
            return transaction.execute(status -> jdbc.execute((Connection connection) -> {
                Ledger ledger = Ledger.open(connection, context);
                T result = acts.apply(ledger);
                // A rehearsal has a transaction around its acts, and rolls it back.
                ledger.close(status.isNewTransaction());
                return result;
            }));
        } finally {
            endTurn();
        }
    }

    private void endTurn() {
        turns.release();
        WaitingActs<?> next = waiting.peek();
        if (next != null) {
            next.call();
        }
    }

    /**
     * Like {@link #write}, but those who wait at the same time share a transaction, and with it the price of committing.
     * Acts that throw are undone alone.
     *
     * @param acts are done on any thread: they must know by themselves who asked
     */
    public <T> T writeTogether(ActContext context, Function<Ledger, T> acts) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Nobody else's acts belong into a transaction of the caller's.
            return write(context, acts);
        }
        WaitingActs<T> own = new WaitingActs<>(context, acts);
        waiting.add(own);
        while (own.isWaiting()) {
            if (isMyTurn()) {
                try {
                    runWaiting(own);
                } finally {
                    endTurn();
                }
            } else {
                own.await();
            }
        }
        return own.isToBeDoneAlone() ? write(context, acts) : own.result();
    }

    /** Takes a turn if one is free; does not go before those who stand in line. */
    private boolean isMyTurn() {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return turns.tryAcquire(0, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does the acts of all who wait when the head is free. The own ones may have been done by another thread by then. */
    private void runWaiting(WaitingActs<?> own) {
        List<WaitingActs<?>> taken = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> jdbc.execute((Connection connection) -> {
                Ledger ledger = Ledger.open(connection, own.context());
                for (int i = 0; i < MOST_TOGETHER && !waiting.isEmpty(); i++) {
                    WaitingActs<?> next = waiting.poll();
                    if (next != null) {
                        taken.add(next);
                    }
                }
                if (taken.size() == 1) {
                    taken.get(0).performAlone(ledger);
                } else {
                    taken.forEach(next -> next.attempt(ledger));
                }
                if (!taken.isEmpty()) {
                    ledger.close(true);
                }
                return taken;
            }));
            taken.forEach(WaitingActs::committed);
        } catch (RuntimeException | Error e) {
            if (waiting.remove(own)) {
                taken.add(own);
            }
            taken.forEach(next -> next.failed(e, taken.size() == 1));
        }
    }

    /**
     * Like {@link #write(ActContext, Function)}, but a request that comes again gets the answer it had, and nothing is
     * done. An answer is stored in the transaction of its acts, so that there is never one without the other.
     *
     * @throws KeyReusedException if the key came with another request before
     */
    public StoredAnswer writeOnce(RequestKey request, ActContext context, Function<Ledger, StoredAnswer> acts) {
        return write(context, ledger -> new Answers(JdbcClient.create(jdbc)).once(request, () -> acts.apply(ledger)));
    }
}
