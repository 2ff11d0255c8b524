package io.podflow.connectors.rundb;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes decisions as rows of {@code run.db}. Rows may come in any order and more than once: a row
 * replaces the row with the same key, so closes that are repeated after a restart are not doubled.
 * Rows are added to an existing file. Not thread-safe.
 *
 * <p>The file is built in a temporary folder and thrown away when the run fails, so nothing waits
 * for the disk: a crash of the process or the machine may leave a broken file behind.
 */
public final class RunDbWriter implements AutoCloseable {

  private final Path file;
  private final Connection connection;
  private final RowInserts rows;
  private boolean broken;

  private RunDbWriter(Path file, Connection connection, RowInserts rows) {
    this.file = file;
    this.connection = connection;
    this.rows = rows;
  }

  /** Opens {@code file} for writing, creating it when it does not exist. */
  public static RunDbWriter open(Path file) {
    try {
      Connection connection = RunDbConnections.forBuilding(file);
      try {
        RunDbSchema.create(file, connection);
        connection.setAutoCommit(false);
        return new RunDbWriter(file, connection, new RowInserts(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new RunDbException(file, e);
    }
  }

  /** Rows of {@code assets} and {@code events}. */
  public void write(PodDecision decision) {
    run(
        () -> {
          rows.write(RunTable.ASSETS, decision.assets());
          rows.write(RunTable.EVENTS, decision.events());
        });
  }

  /** Rows of all tables but {@code assets} and {@code models}. */
  public void write(PortfolioDecision decision) {
    run(
        () -> {
          rows.write(RunTable.PODS, decision.pods());
          rows.write(RunTable.ALLOCATIONS, decision.allocations());
          rows.write(RunTable.TARGETS, decision.targets());
          rows.write(RunTable.ORDERS, decision.orders());
          rows.write(RunTable.FILLS, decision.fills());
          rows.write(RunTable.POD_FILLS, decision.podFills());
          rows.write(RunTable.POSITIONS, decision.positions());
          rows.write(RunTable.EQUITY, decision.equity());
          rows.write(RunTable.EVENTS, decision.events());
          rows.write(RunTable.MONITORS, decision.monitors());
          rows.write(RunTable.BENCHMARKS, decision.benchmarks());
          rows.write(RunTable.UNSENT, decision.unsent());
        });
  }

  /** A row of {@code events}, such as for a bar that was rejected before any pod saw the bar. */
  public void write(Event event) {
    run(() -> rows.write(RunTable.EVENTS, event));
  }

  /** Rows of {@code models}, the weights of features; a newer weight replaces an older one. */
  public void write(List<ModelRow> models) {
    run(() -> rows.write(RunTable.MODELS, models));
  }

  /**
   * One row of any table.
   *
   * @throws ClassCastException when the row is no {@link RunTable#recordType()} of the table
   */
  public void write(RunTable table, Record row) {
    run(() -> rows.write(table, row));
  }

  /** Commits the rows written so far, which makes them visible to readers of the file. */
  public void commit() {
    run(connection::commit);
  }

  /**
   * Commits and closes; does nothing when closed already. After a failure the writer closes without
   * a commit: a second exception would hide the first.
   */
  @Override
  public void close() {
    if (broken) {
      abandon();
      return;
    }
    run(
        () -> {
          if (!connection.isClosed()) {
            try (connection;
                rows) {
              connection.commit();
            }
          }
        });
  }

  /** Closes without committing; throws nothing, even when the file is broken. */
  public void abandon() {
    try (connection;
        rows) {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      broken = true;
    }
  }

  private void run(SqlAction action) {
    try {
      action.run();
    } catch (SQLException e) {
      broken = true;
      throw new RunDbException(file, e);
    }
  }

  private interface SqlAction {
    void run() throws SQLException;
  }
}
