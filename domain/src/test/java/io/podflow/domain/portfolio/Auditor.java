package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.PodSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

/**
 * Follows a run from outside, by its rows and the bars alone, and holds the identities
 * (docs/decisions.md, "Fills, costs and books") against it at every close.
 */
final class Auditor {

  private final Scenario scenario;
  private final Map<String, Double> marks = new HashMap<>();
  private final Map<String, Double> positions = new TreeMap<>();
  private final Map<String, Double> positionsByFills = new TreeMap<>();
  private final Map<String, Double> traded = new TreeMap<>();
  private final Map<String, Map<String, Double>> quantities = new TreeMap<>();
  private final Map<String, Double> podCash = new TreeMap<>();
  private double reserve;
  private double peak;

  Auditor(Scenario scenario) {
    this.scenario = scenario;
    reserve = scenario.capital();
    peak = scenario.capital();
    for (PodSettings pod : scenario.layout().settings().pods()) {
      double fraction = pod.initialState().isActive() ? pod.initialFraction() : 0;
      podCash.put(pod.podId(), fraction * scenario.capital());
      reserve -= fraction * scenario.capital();
      quantities.put(pod.podId(), new TreeMap<>());
    }
  }

  void audit(Scenario.Close close, PortfolioDecision decision) {
    EquityRow books = decision.equity().get(0);
    Offset<Double> cents = within(1e-9 * scenario.capital());
    for (Bar bar : close.bars()) {
      if (bar != null) {
        marks.put(scenario.layout().universe().symbol(bar.symbol()), bar.close());
      }
    }
    decision.podFills().forEach(this::book);
    decision.fills().forEach(fill -> auditFill(fill, decision, close));
    for (AllocationRow row : decision.allocations()) {
      if (row.applied()) {
        double cash = row.fraction() * books.equity() - holdings(row.pod());
        reserve -= cash - of(podCash, row.pod());
        podCash.put(row.pod(), cash);
      }
    }

    double cash = podCash.values().stream().mapToDouble(x -> x).sum() + reserve;
    assertThat(books.cash()).isCloseTo(cash, cents);
    assertThat(books.reserve()).as("moves only at rebalances").isCloseTo(reserve, cents);
    double value = decision.positions().stream().mapToDouble(PositionRow::value).sum();
    assertThat(books.equity()).isCloseTo(books.cash() + value, cents);
    peak = Math.max(peak, books.equity());
    assertThat(books.drawdown()).isCloseTo(Math.min(1, 1 - books.equity() / peak), within(1e-9));
    assertThat(books.debt()).isEqualTo(Math.max(0, -books.equity()));
    double costs = decision.fills().stream().mapToDouble(f -> f.fee() + f.slippageCost()).sum();
    assertThat(books.fees()).isCloseTo(costs, cents);
    assertThat(decision.podFills().stream().mapToDouble(PodFillRow::fee).sum())
        .isCloseTo(costs, cents);
    auditPositions(decision);
    auditPods(decision, books, cents);
  }

  private void book(PodFillRow row) {
    of(quantities, row.pod()).merge(row.symbol(), row.quantity(), Double::sum);
    positions.merge(row.symbol(), row.quantity(), Double::sum);
    podCash.merge(row.pod(), -row.quantity() * row.price() - row.fee(), Double::sum);
  }

  private void auditFill(FillRow fill, PortfolioDecision decision, Scenario.Close close) {
    double signed = fill.side().equals("BUY") ? fill.quantity() : -fill.quantity();
    positionsByFills.merge(fill.symbol(), signed, Double::sum);
    traded.merge(fill.symbol(), fill.quantity(), Double::sum);
    double shares =
        decision.podFills().stream()
            .filter(row -> row.fillId().equals(fill.fillId()))
            .mapToDouble(PodFillRow::quantity)
            .sum();
    assertThat(shares).isCloseTo(signed, within(1e-9 * fill.quantity()));
    Bar bar = close.bars()[scenario.layout().universe().indexOf(fill.symbol())];
    boolean liquidated =
        decision.orders().stream()
            .anyMatch(o -> o.orderId().equals(fill.orderId()) && o.reason().equals("risk"));
    double expected = bar == null || liquidated ? of(marks, fill.symbol()) : bar.open();
    assertThat(fill.price()).isEqualTo(expected);
  }

  private void auditPositions(PortfolioDecision decision) {
    Map<String, PositionRow> rows = new HashMap<>();
    decision.positions().forEach(row -> rows.put(row.symbol(), row));
    for (String symbol : scenario.layout().universe().symbols()) {
      PositionRow row = rows.get(symbol);
      double quantity = row == null ? 0 : row.quantity();
      // Sums of large fills that cancel are as exact as those were.
      double rounding = 1e-13 * traded.getOrDefault(symbol, 0.0);
      Offset<Double> close = within(1e-9 * Math.max(1, Math.abs(quantity)) + rounding);
      assertThat(positions.getOrDefault(symbol, 0.0)).isCloseTo(quantity, close);
      assertThat(positionsByFills.getOrDefault(symbol, 0.0)).isCloseTo(quantity, close);
      if (row != null) {
        assertThat(row.price()).isEqualTo(of(marks, symbol));
        assertThat(row.averagePrice()).isPositive();
      }
    }
  }

  private void auditPods(PortfolioDecision decision, EquityRow books, Offset<Double> cents) {
    if (decision.pods().isEmpty()) {
      return;
    }
    double sum = books.reserve();
    for (PodRow row : decision.pods()) {
      assertThat(row.capital())
          .as("moves only by own fills, marks, costs and rebalances")
          .isCloseTo(of(podCash, row.pod()) + holdings(row.pod()), cents);
      sum += row.capital();
    }
    assertThat(sum).isCloseTo(books.equity(), cents);
  }

  private double holdings(String pod) {
    double value = 0;
    for (Map.Entry<String, Double> held : of(quantities, pod).entrySet()) {
      value += held.getValue() * of(marks, held.getKey());
    }
    return value;
  }

  private static <T> T of(Map<String, T> values, String key) {
    return Objects.requireNonNull(values.get(key), key);
  }
}
