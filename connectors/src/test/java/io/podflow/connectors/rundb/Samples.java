package io.podflow.connectors.rundb;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.SlippageSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** One record of every kind, with a different value in every column. */
final class Samples {

  static final long TIME = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();
  static final long DAY = 86_400_000L;

  private Samples() {}

  static AssetRow asset(long time, String pod, String symbol) {
    return new AssetRow(
        time,
        pod,
        symbol,
        100.5,
        Double.NaN,
        -0.25,
        "warm-up",
        1.5,
        0.1,
        0.05,
        1,
        0.5,
        Double.NaN,
        0.6,
        "RE_ENTRY",
        "recovered",
        1.0 / 3,
        2,
        7,
        0.4,
        0.8,
        3,
        -0.1,
        "stop");
  }

  static PodDecision pod(long time, AssetRow... rows) {
    return new PodDecision(
        0,
        time,
        new double[rows.length],
        new boolean[rows.length],
        new double[0],
        false,
        0,
        null,
        List.of(rows),
        List.of(
            Event.transition(
                time, EventKind.SELECTOR, "alpha", "BTC", "ACTIVE", "COOLDOWN", "hard, \"now\"")));
  }

  static MonitorRow monitor(long time) {
    return new MonitorRow(
        time, "alpha", 0.1, 0.2, 3, 4, "NORMAL", 0.3, 0.04, "WARNING", -0.001, 0.05, 0.02,
        "NORMAL");
  }

  static EquityRow equity(long time, double equity) {
    return new EquityRow(time, equity, 900, 100, 0.5, -0.25, 0.01, 3, -1, 0.2, 0.05, 0.7, 0);
  }

  static PortfolioDecision portfolio(long time, double equity) {
    return new PortfolioDecision(
        time,
        List.of(
            new PodRow(
                time,
                "alpha",
                "WARNING",
                0.3,
                350,
                0.8,
                -0.02,
                1.25,
                equity / 11,
                0.0003,
                0.9,
                0.3,
                0.1,
                Double.NaN,
                12)),
        List.of(
            new AllocationRow(time, "alpha", "calendar", 0.5, 0.4, 0.2, 0.3, 0.1, true),
            new AllocationRow(time, "beta", "calendar", 0.5, 0.4, 0.2, 0.2, 0, false)),
        List.of(new TargetRow(time, "BTC", 0.7, 0.6, 0.5, 0.4, 0.3, 0.9, 0.12, "signal")),
        List.of(
            new OrderRow(time, "o-1", "BTC", "BUY", 2, 100, "signal", "FILLED", true, 0.2, 0.02)),
        List.of(new FillRow(time, "f-1", "o-1", "BTC", "BUY", 2, 101, 0.1, 0.2)),
        List.of(
            new PodFillRow(time, "f-1", "alpha", "BTC", -1, 101, 0, true, "stop"),
            new PodFillRow(time, "f-1", "alpha", "BTC", 2, 101, 0.3, false, "signal")),
        List.of(new PositionRow(time, "BTC", 2, 101, 100, 200, -2)),
        List.of(equity(time, equity)),
        List.of(monitor(time)),
        List.of(Event.data(time, "", "ETH", Severity.WARNING, "no bar")),
        List.of(),
        List.of(new BenchmarkRow(time, BenchmarkRow.EQUAL_WEIGHT, 1_000)),
        List.of(new UnsentRow(time, "BTC", 2.1, 2, 0, "weight", "band", 0.21)));
  }

  static RunFacts facts() {
    TreeMap<String, Long> data = new TreeMap<>();
    data.put("bars", 42L);
    return new RunFacts(
        "first",
        "0.1.0",
        "abc",
        "def",
        "inline",
        1,
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 1, 2),
        Timeframe.H12,
        1000,
        "sample",
        0.75,
        data,
        new RunCosts("perpetual", 4, 1, 2, 0.5, "rates", 0.01, SlippageSettings.NONE));
  }
}
