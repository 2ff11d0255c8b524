package io.podflow.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLinesTest {

  private static final long HOUR = 3_600_000;
  private static final String WHY = "-12.345678 and 0.00001234567 are too deep, 1.234567E-7 is not";

  private final DecisionLines plain = new DecisionLines(false);

  @Test
  void aCloseIsToldWithItsEquityFirst() {
    assertThat(told(plain, order("FILLED"), fill(), event(EventKind.RISK, Severity.INFO)))
        .isEmpty();
    assertThat(told(plain, equity(12, 100_234.5, 0.0321)))
        .containsExactly(
            "1970-01-01 12:00  equity         100,234.50  drawdown   3.21 %  gross  1.20  net "
                + " -0.80",
            "1970-01-01 12:00  order      BUY            12.5 SYN05/USDT   at       10.125  FILLED "
                + "    signal",
            "1970-01-01 12:00  fill       BUY            12.5 SYN05/USDT   at       10.134  cost"
                + " 0.75",
            "1970-01-01 12:00  risk       core: NORMAL -> DEFENCE: -12.3457 and 0.00001235 are too"
                + " deep, 1.234567E-7 is not");
  }

  @Test
  void whatFollowsTheEquityOfItsCloseIsToldAtOnce() {
    told(plain, equity(12, 1, 0));
    assertThat(told(plain, event(EventKind.LIFECYCLE, Severity.INFO))).hasSize(1);
  }

  @Test
  void aPodThatIsAheadWaitsForThePortfolio() {
    Event ahead =
        new Event(24 * HOUR, EventKind.RISK, "core", "A/B", "", "", Severity.INFO, "stop");
    assertThat(told(plain, ahead, equity(12, 1, 0))).hasSize(1);
    assertThat(told(plain, equity(24, 1, 0)))
        .last()
        .isEqualTo("1970-01-02 00:00  risk       core A/B: stop");
  }

  @Test
  void whatAJobRepeatsIsToldOnce() {
    assertThat(told(plain, fill(), equity(12, 1, 0))).hasSize(2);
    assertThat(told(plain, fill(), equity(12, 1, 0))).isEmpty();
  }

  @Test
  void undefinedNumbersAreADash() {
    assertThat(told(plain, equity(12, Double.NaN, Double.NaN)))
        .singleElement()
        .asString()
        .doesNotContain("NaN")
        .startsWith("1970-01-01 12:00  equity                  -  drawdown        -  gross");
  }

  @Test
  void rowsOfWhichThereAreManyAreLeftOut() {
    Event switched = event(EventKind.SELECTOR, Severity.INFO);
    Event gap = event(EventKind.DATA, Severity.INFO);
    Event stale = event(EventKind.DATA, Severity.WARNING);
    TargetRow target = new TargetRow(12 * HOUR, "A/B", 1, 1, 1, 1, 1, Double.NaN, 1, "");
    told(plain, equity(12, 1, 0));
    assertThat(told(plain, switched, gap, target, stale)).hasSize(1);
  }

  @Test
  void coloursOnATerminal() {
    DecisionLines coloured = new DecisionLines(true);
    List<String> lines =
        told(
            coloured,
            fill(),
            event(EventKind.ORDER, Severity.WARNING),
            event(EventKind.ORDER, Severity.CRITICAL),
            event(EventKind.ORDER, Severity.INFO),
            equity(12, 1, 0));
    assertThat(lines)
        .extracting(line -> line.substring(0, 4))
        .containsExactly("\033[1m", "\033[32", "\033[33", "\033[31", "1970");
    assertThat(lines.get(0)).endsWith("\033[0m");
  }

  private static List<String> told(DecisionLines lines, Record... rows) {
    List<String> told = new ArrayList<>();
    for (Record row : rows) {
      told.addAll(lines.take(new DecisionMessage(tableOf(row), row)));
    }
    return told;
  }

  private static RunTable tableOf(Record row) {
    return List.of(RunTable.values()).stream()
        .filter(table -> table.recordType().isInstance(row))
        .findFirst()
        .orElseThrow();
  }

  private static EquityRow equity(int hour, double equity, double drawdown) {
    return new EquityRow(hour * HOUR, equity, 0, 0, 1.2, -0.8, drawdown, 0, 0, 0, 0, 0, 0);
  }

  private static OrderRow order(String status) {
    return new OrderRow(
        0, "o1", "SYN05/USDT", "BUY", 12.5, 10.125, "signal", status, false, 0, Double.NaN);
  }

  private static FillRow fill() {
    return new FillRow(12 * HOUR, "f1", "o1", "SYN05/USDT", "BUY", 12.5, 10.1340001234, 0.5, 0.25);
  }

  private static Event event(EventKind kind, Severity severity) {
    return new Event(12 * HOUR, kind, "core", "", "NORMAL", "DEFENCE", severity, WHY);
  }
}
