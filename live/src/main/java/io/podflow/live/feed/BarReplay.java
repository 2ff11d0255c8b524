package io.podflow.live.feed;

import io.podflow.connectors.csv.FolderRows;
import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.Universe;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.Topics;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of a folder as a feed would have: close by close, with the rates of funding that
 * are due at it before them, and a heartbeat behind each.
 */
public final class BarReplay {

  private static final double NANOS = 1e9;

  private final Topics topics;
  private final BarsTopic wire;
  private final Universe universe;
  private final long pacedFrom;
  private final @Nullable LongConsumer behindClose;

  /**
   * @param pacedFrom bars up to then only warm up, and go as fast as they can; epoch milliseconds
   *     UTC
   * @param closesPerSecond pace; 0 for as fast as it goes
   */
  public BarReplay(
      Topics topics, BarsTopic wire, Universe universe, long pacedFrom, double closesPerSecond) {
    this(
        topics,
        wire,
        universe,
        pacedFrom,
        closesPerSecond > 0
            ? close -> LockSupport.parkNanos((long) (NANOS / closesPerSecond))
            : null);
  }

  /**
   * @param pacedFrom bars up to then only warm up; epoch milliseconds UTC
   * @param behindClose gets each later close, with all of it at the broker, and may take its time;
   *     null for as fast as it goes
   */
  public BarReplay(
      Topics topics,
      BarsTopic wire,
      Universe universe,
      long pacedFrom,
      @Nullable LongConsumer behindClose) {
    this.topics = topics;
    this.wire = wire;
    this.universe = universe;
    this.pacedFrom = pacedFrom;
    this.behindClose = behindClose;
  }

  /**
   * Sends rows without funding.
   *
   * @return rows that were sent
   * @throws IllegalStateException if the broker did not take one
   */
  public long send(KafkaAccess kafka, FolderRows rows) {
    return send(kafka, rows, List.of());
  }

  /**
   * Sends rows and rates.
   *
   * @param rates by time
   * @return rows that were sent
   * @throws IllegalStateException if the broker did not take one
   */
  public long send(KafkaAccess kafka, FolderRows rows, List<FundingRate> rates) {
    try (Sender producer = new Sender(kafka, topics.bars())) {
      RatesBetween funding = new RatesBetween(producer, wire, rates);
      long sent = 0;
      long close = Long.MIN_VALUE;
      while (rows.hasNext()) {
        MarketRow row = rows.next();
        if (row.closeTime() != close) {
          beat(producer, close);
          close = row.closeTime();
          funding.sendUpTo(close);
        }
        send(producer, message(row));
        sent++;
      }
      beat(producer, close);
      funding.sendRest();
      producer.flush();
      return sent;
    }
  }

  private MarketMessage message(MarketRow row) {
    return message(row, universe);
  }

  static MarketMessage message(MarketRow row, Universe universe) {
    return MarketMessage.bar(
        universe.symbol(row.symbol()),
        row.timeframe(),
        row.openTime(),
        row.open(),
        row.high(),
        row.low(),
        row.close(),
        row.volume());
  }

  private void beat(Sender producer, long close) {
    if (close != Long.MIN_VALUE) {
      send(producer, MarketMessage.heartbeat(close));
      if (behindClose != null && close > pacedFrom) {
        producer.flush();
        behindClose.accept(close);
      }
    }
  }

  private void send(Sender producer, MarketMessage message) {
    producer.send(wire.encode(message));
  }
}
