package io.podflow.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E3")
class OrderLogTest {

  private final OrderLog log = new OrderLog();

  @Test
  void anOrderIsInFlightUntilItIsReportedOn() {
    log.command(order("a", 2));
    log.command(order("b", 2));
    assertThat(log.inFlight()).isEqualTo(2);
    assertThat(log.hasOrdersOf(1)).isTrue();
    log.report(ExchangeReport.fill(2, 1, "a", "a:1", 2, 100, 0, 0));
    assertThat(log.inFlight()).isEqualTo(1);
    log.command(order("a", 2));
    assertThat(log.inFlight()).as("sent again after its fill").isEqualTo(1);
  }

  @Test
  void anOrderSentAgainIsNoContradictionUnlessItIsAnother() {
    log.command(order("a", 2));
    log.command(order("a", 2));
    assertThat(log.repeats()).isEqualTo(1);
    assertThat(log.contradictions()).isEmpty();
    log.command(order("a", 3));
    assertThat(log.contradictions()).hasSize(1);
    assertThat(log.ids()).containsExactly("a");
  }

  private static OrderCommand order(String id, double quantity) {
    return OrderCommand.send(1, id, "BTC/USDT", quantity, 100, false, "target");
  }
}
