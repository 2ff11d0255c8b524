package io.podflow.live.feed;

import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.FundingRate;
import io.podflow.live.kafka.Sender;
import java.util.List;

/** Sends rates of funding among rows: each before those of the first close that is not earlier. */
final class RatesBetween {

  private final Sender producer;
  private final BarsTopic wire;
  private final List<FundingRate> rates;
  private int sent;

  /**
   * @param rates by time
   */
  RatesBetween(Sender producer, BarsTopic wire, List<FundingRate> rates) {
    this.producer = producer;
    this.wire = wire;
    this.rates = rates;
  }

  /** Sends those that are due at a close, before its rows. */
  void sendUpTo(long close) {
    while (sent < rates.size() && rates.get(sent).time() <= close) {
      FundingRate rate = rates.get(sent++);
      producer.send(wire.encode(MarketMessage.funding(rate.symbol(), rate.time(), rate.rate())));
    }
  }

  /** Sends the rest, which wait for a close to come. */
  void sendRest() {
    sendUpTo(Long.MAX_VALUE);
  }

  /** How many have been sent. */
  int sent() {
    return sent;
  }
}
