package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Cause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TR4")
class OrderVerdictTest {

  @Test
  void aRefusalIsToldByTheValueOfTheChangeNotByItsQuantity() {
    OrderRequest dear = request(1e-7, 100_000);
    assertThat(OrderVerdict.of(dear).refusedBy()).isEqualTo(OrderRule.BAND);
    assertThat(OrderVerdict.of(dear).isTold(dear, true)).isTrue();
    OrderRequest cheap = request(1e-3, 1e-4);
    assertThat(OrderVerdict.of(cheap).refusedBy()).isEqualTo(OrderRule.BAND);
    assertThat(OrderVerdict.of(cheap).isTold(cheap, true)).as("1e-10 of equity").isFalse();
  }

  private static OrderRequest request(double change, double price) {
    double held = 1_000 * change;
    return new OrderRequest(
        held + change,
        held,
        0,
        held + change,
        Cause.SIGNAL,
        false,
        0.1,
        1_000,
        price,
        0,
        0,
        0,
        true,
        false,
        OrderAccess.OPEN,
        OrderAccess.OPEN);
  }
}
