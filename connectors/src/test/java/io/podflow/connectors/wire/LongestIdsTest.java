package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.OrderIds;
import io.podflow.domain.market.Naming;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a legal configuration may call its symbols never makes an order that the wire refuses. */
@Tag("DA5")
class LongestIdsTest {

  private static final String PORTFOLIO = "p".repeat(64);
  private static final long MILLISECOND = Examples.TIME - 1;

  @ParameterizedTest
  @ValueSource(strings = {"%", ":", "/", "\uD800\uDF48", "\u0644", "\u6F22"})
  void areReadBackAsTheyWere(String character) {
    String symbol = character.repeat(Naming.LONGEST);
    assertThat(Naming.fault(symbol)).isEmpty();
    String order = new OrderIds(PORTFOLIO).order(symbol, MILLISECOND, Integer.MAX_VALUE);

    OrderCommand send =
        new OrderCommand(
            OrderCommand.Kind.SEND, Examples.TIME, order, symbol, -0.25, 1, true, "signal");
    OrderCommand cancel =
        new OrderCommand(OrderCommand.Kind.CANCEL, Examples.TIME, order, symbol, 0, 0, false, "");
    ExchangeReport fill =
        ExchangeReport.fill(Examples.TIME, 1, order, OrderIds.fill(order), 0.25, 1, 0, 0);
    MarketMessage bar =
        MarketMessage.bar(symbol, Timeframe.H1, Examples.TIME - 3_600_000, 1, 1, 1, 1, 1);

    isReadBack(Examples.ORDERS, send);
    isReadBack(Examples.ORDERS, cancel);
    isReadBack(Examples.EXCHANGE, fill);
    isReadBack(new BarsTopic(Set.of(symbol), Examples.LIMITS), bar);
  }

  private static <T> void isReadBack(WireTopic<T> topic, T message) {
    assertThat(topic.decode(topic.encode(message), Examples.NOW))
        .isEqualTo(new Decoded.Message<>(message));
  }
}
