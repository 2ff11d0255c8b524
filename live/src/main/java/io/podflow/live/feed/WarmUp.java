package io.podflow.live.feed;

import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.Universe;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.Topics;
import java.util.List;

/**
 * Puts bars to warm up from on the topic of bars, for a job that starts for the first time. Behind
 * them it repeats what the feed has sent already, and the job begins to read with the first of
 * them: so it finds all that it needs in the order of time, and the feed may have been running for
 * long. Rates of funding that the feed has sent are repeated with its rows. Where they lie on the
 * topic already, from an earlier start, nothing is sent.
 */
public final class WarmUp {

  private static final int ATTEMPTS = 10;

  private final KafkaAccess kafka;
  private final Topics topics;
  private final BarsTopic wire;
  private final Universe universe;
  private final RunWindow window;

  public WarmUp(
      KafkaAccess kafka, Topics topics, BarsTopic wire, Universe universe, RunWindow window) {
    this.kafka = kafka;
    this.topics = topics;
    this.wire = wire;
    this.universe = universe;
    this.window = window;
  }

  /**
   * What was sent.
   *
   * @param history rows from before
   * @param repeated rows that the feed had sent
   * @param offset of the first row that is needed, which the job begins with
   */
  public record Sent(long history, long repeated, long offset) {}

  /**
   * Sends rows from before, those of the warm-up, joined with what the feed has sent. When the feed
   * sends something meanwhile, it does so again.
   *
   * @throws IllegalStateException if the feed never leaves time for it
   */
  public Sent send(List<MarketRow> before) {
    List<MarketRow> history = History.ofWarmUp(before, window);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      BarsOnTopic feed = BarsOnTopic.read(kafka, topics.bars(), universe, window);
      List<MarketRow> rows = History.joined(history, feed.rows());
      if (rows.size() == feed.rows().size() && feed.isWholeFromBegin()) {
        return new Sent(0, 0, feed.begin());
      }
      try (Sender producer = new Sender(kafka, topics.bars())) {
        long messages = send(producer, rows, feed);
        producer.flush();
        if (producer.first() == feed.end() && producer.last() == feed.end() + messages - 1) {
          int repeated = feed.rows().size();
          return new Sent(rows.size() - repeated, repeated, producer.first());
        }
      }
    }
    throw new IllegalStateException(
        topics.bars() + " never rests for long enough to put bars to warm up from there");
  }

  /**
   * A heartbeat goes behind each close that is surely over: it comes before all of the feed, or the
   * feed has said so.
   */
  private long send(Sender producer, List<MarketRow> rows, BarsOnTopic feed) {
    long begins = feed.rows().stream().mapToLong(MarketRow::openTime).min().orElse(Long.MAX_VALUE);
    long over = Math.max(begins, feed.beat());
    RatesBetween funding = new RatesBetween(producer, wire, feed.rates());
    long messages = 0;
    for (int i = 0; i < rows.size(); i++) {
      MarketRow row = rows.get(i);
      funding.sendUpTo(row.closeTime());
      producer.send(wire.encode(BarReplay.message(row, universe)));
      messages++;
      boolean endsClose = i + 1 == rows.size() || rows.get(i + 1).closeTime() > row.closeTime();
      if (endsClose && row.closeTime() <= over) {
        producer.send(wire.encode(MarketMessage.heartbeat(row.closeTime())));
        messages++;
      }
    }
    funding.sendRest();
    return messages + funding.sent();
  }
}
