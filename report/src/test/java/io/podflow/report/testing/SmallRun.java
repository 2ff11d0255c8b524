package io.podflow.report.testing;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of a run written one by one, for figures that can be checked by hand. Times are in days. */
public final class SmallRun {

  public static final long DAY = 86_400_000L;

  private final Path file;
  private final List<PodRow> pods = new ArrayList<>();
  private final List<AllocationRow> allocations = new ArrayList<>();
  private final List<TargetRow> targets = new ArrayList<>();
  private final List<PodFillRow> fills = new ArrayList<>();
  private final List<EquityRow> equity = new ArrayList<>();
  private final List<MonitorRow> monitors = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<AssetRow> assets = new ArrayList<>();
  private final List<ModelRow> models = new ArrayList<>();

  /** A new run, or more rows for one that exists. */
  public SmallRun(Path file) {
    this.file = file;
  }

  public SmallRun pod(int day, String pod, String state, double capital) {
    pods.add(
        new PodRow(day * DAY, pod, state, 0.5, capital, 1, 0, 1, 0, 0, 0, 0, 0, Double.NaN, day));
    return this;
  }

  public SmallRun allocation(int day, String pod, double before, double after, boolean applied) {
    allocations.add(
        new AllocationRow(
            day * DAY, pod, "calendar", after, after, before, after, after - before, applied));
    return this;
  }

  public SmallRun target(int day, String symbol, double gross, double net) {
    targets.add(new TargetRow(day * DAY, symbol, gross, net, 1, 1, 1, Double.NaN, net, ""));
    return this;
  }

  public SmallRun fill(
      int day, String pod, String symbol, double quantity, double price, double fee) {
    String id = "f" + fills.size();
    fills.add(new PodFillRow(day * DAY, id, pod, symbol, quantity, price, fee, fee == 0, "signal"));
    return this;
  }

  public SmallRun equity(int day, double value) {
    equity.add(
        new EquityRow(day * DAY, value, value, 0, 0, 0, 0, 0, 0, 0, 0, 0, Math.max(0, -value)));
    return this;
  }

  public SmallRun close(int day, String pod, String symbol, double close) {
    double none = Double.NaN;
    assets.add(
        new AssetRow(
            day * DAY, pod, symbol, close, 0, 0, "", none, 0, 0, none, none, none, 0.5, "ACTIVE",
            "", 1, 0, 0, 0, 1, 0, 0, ""));
    return this;
  }

  public SmallRun monitor(int day, String pod, String gbm, String ks, String decay) {
    monitors.add(
        new MonitorRow(day * DAY, pod, 0.1, 0.2, 3, 9, gbm, 0.1, 0.5, ks, 0.001, 0.1, 0.2, decay));
    return this;
  }

  public SmallRun model(int day, String pod, String symbol, String feature, double weight) {
    models.add(new ModelRow(pod, symbol, feature, day * DAY, weight));
    return this;
  }

  public SmallRun event(int day, EventKind kind, String pod, Severity severity, String message) {
    events.add(new Event(day * DAY, kind, pod, "", "", "", severity, message));
    return this;
  }

  public SmallRun change(
      int day, EventKind kind, String pod, String from, String to, String message) {
    events.add(new Event(day * DAY, kind, pod, "", from, to, Severity.INFO, message));
    return this;
  }

  public SmallRun exit(int day, String pod, String symbol, String side, String message) {
    events.add(
        new Event(day * DAY, EventKind.RISK, pod, symbol, side, "FLAT", Severity.WARNING, message));
    return this;
  }

  /** Writes the rows and opens them for reading. */
  public RunDb open() {
    write();
    return RunDb.open(file);
  }

  public void write() {
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      writer.write(
          new PodDecision(
              0,
              0,
              new double[0],
              new boolean[0],
              new double[0],
              false,
              0,
              null,
              assets,
              List.of()));
      writer.write(
          new PortfolioDecision(
              0,
              pods,
              allocations,
              targets,
              List.of(),
              List.of(),
              fills,
              List.of(),
              equity,
              monitors,
              events,
              List.of(),
              List.of(),
              List.of()));
      writer.write(models);
    }
  }
}
