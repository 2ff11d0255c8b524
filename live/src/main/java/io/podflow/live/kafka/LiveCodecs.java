package io.podflow.live.kafka;

import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.ConfigTopic;
import io.podflow.connectors.wire.DeadLetterTopic;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.ExchangeTopic;
import io.podflow.connectors.wire.HealthTopic;
import io.podflow.connectors.wire.OrdersTopic;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.layout.PortfolioLayout;
import java.util.Set;

/** How the records of each topic are read and written. */
public record LiveCodecs(
    BarsTopic bars,
    OrdersTopic orders,
    ExchangeTopic exchange,
    ConfigTopic config,
    DecisionsTopic decisions,
    DeadLetterTopic deadLetters,
    HealthTopic health) {

  public static LiveCodecs of(PortfolioLayout layout) {
    return new LiveCodecs(
        new BarsTopic(Set.copyOf(layout.universe().symbols()), WireLimits.DEFAULT),
        new OrdersTopic(WireLimits.DEFAULT),
        new ExchangeTopic(WireLimits.DEFAULT),
        new ConfigTopic(WireLimits.DEFAULT),
        new DecisionsTopic(WireLimits.DEFAULT),
        new DeadLetterTopic(WireLimits.DEFAULT),
        new HealthTopic(WireLimits.DEFAULT));
  }
}
