package io.podflow.job.kafka;

import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.Universe;
import io.podflow.job.state.FeedItem;
import org.apache.flink.api.common.functions.MapFunction;

/** Names of symbols become numbers: from here on nothing carries text. */
public final class FeedItems implements MapFunction<MarketMessage, FeedItem> {

  private static final long serialVersionUID = 1L;

  private final Universe universe;

  public FeedItems(Universe universe) {
    this.universe = universe;
  }

  @Override
  public FeedItem map(MarketMessage message) {
    if (message.kind() == MarketMessage.Kind.HEARTBEAT) {
      return FeedItem.beat(message.time());
    }
    return FeedItem.of(
        new MarketRow(
            universe.indexOf(message.symbol()),
            message.timeframe(),
            message.time(),
            message.open(),
            message.high(),
            message.low(),
            message.close(),
            message.volume()));
  }
}
