package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.PodSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

/**
 * Follows the money through the tables of a run and holds the identities of the ledger against it
 * at every close. Made for portfolios of one timeframe, in which {@code assets} has the price of
 * every symbol at every close.
 */
final class LedgerAudit {

  private final RunRows run;
  private final Offset<Double> cents;
  private final Map<String, Double> prices = new HashMap<>();
  private final Map<String, Map<String, Double>> held = new TreeMap<>();
  private final Map<String, Double> cash = new TreeMap<>();
  private double reserve;

  private LedgerAudit(RunScope scope, RunRows run) {
    this.run = run;
    this.cents = within(1e-9 * scope.capital());
    this.reserve = scope.capital();
    for (PodSettings pod : scope.layout().settings().pods()) {
      double fraction = pod.initialState().isActive() ? pod.initialFraction() : 0;
      cash.put(pod.podId(), fraction * scope.capital());
      reserve -= fraction * scope.capital();
      held.put(pod.podId(), new TreeMap<>());
    }
  }

  /** Audits every close of a run. */
  static void audit(RunScope scope, RunRows run) {
    LedgerAudit audit = new LedgerAudit(scope, run);
    run.rows("equity").forEach(audit::close);
  }

  private void close(String books) {
    String time = RunRows.column(books, 0);
    double equity = RunRows.number(books, 1);
    for (String row : run.rowsAt("assets", time)) {
      prices.put(RunRows.column(row, 2), RunRows.number(row, 3));
    }
    run.rowsAt("pod_fills", time).forEach(this::book);
    run.rowsAt("allocations", time).forEach(row -> share(row, equity));

    assertThat(equity).as("equity at " + time).isCloseTo(value(books, time), cents);
    assertThat(RunRows.number(books, 3)).as("reserve at " + time).isCloseTo(reserve, cents);
    positions(time);
    for (String row : run.rowsAt("pods", time)) {
      String pod = RunRows.column(row, 1);
      assertThat(RunRows.number(row, 4))
          .as("capital of " + pod + " at " + time)
          .isCloseTo(capital(pod), cents);
    }
    double sum = reserve + cash.keySet().stream().mapToDouble(this::capital).sum();
    assertThat(sum).as("all capital at " + time).isCloseTo(equity, cents);
  }

  private void book(String row) {
    String pod = RunRows.column(row, 2);
    double quantity = RunRows.number(row, 4);
    of(held, pod).merge(RunRows.column(row, 3), quantity, Double::sum);
    cash.merge(pod, -quantity * RunRows.number(row, 5) - RunRows.number(row, 6), Double::sum);
  }

  private void share(String row, double equity) {
    if (RunRows.column(row, 8).equals("1")) {
      String pod = RunRows.column(row, 1);
      double change = RunRows.number(row, 6) * equity - capital(pod);
      cash.merge(pod, change, Double::sum);
      reserve -= change;
    }
  }

  private double value(String books, String time) {
    double value = RunRows.number(books, 2);
    for (String row : run.rowsAt("positions", time)) {
      value += RunRows.number(row, 5);
    }
    return value;
  }

  private void positions(String time) {
    Map<String, Double> quantities = new TreeMap<>();
    held.values().forEach(pod -> pod.forEach((s, q) -> quantities.merge(s, q, Double::sum)));
    for (String row : run.rowsAt("positions", time)) {
      double quantity = RunRows.number(row, 2);
      quantities.merge(RunRows.column(row, 1), -quantity, Double::sum);
    }
    assertThat(quantities.values())
        .as("fills less positions at " + time)
        .allSatisfy(rest -> assertThat(rest).isCloseTo(0, within(1e-6)));
  }

  private double capital(String pod) {
    double capital = of(cash, pod);
    for (Map.Entry<String, Double> position : of(held, pod).entrySet()) {
      capital += position.getValue() * of(prices, position.getKey());
    }
    return capital;
  }

  private static <T> T of(Map<String, T> values, String key) {
    return Objects.requireNonNull(values.get(key), key);
  }
}
