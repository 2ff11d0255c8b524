package io.podflow.live.feed;

import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.Universe;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The rows and rates of funding that lie on a topic of bars, read as a job would: what cannot be
 * used is left out.
 */
public final class BarsOnTopic {

  private record Place(int symbol, long openTime) {}

  private record Due(String symbol, long time) {}

  private final Universe universe;
  private final Set<String> wanted;
  private final BarsTopic wire;
  private final long from;
  private final long tradedFrom;
  private final Map<Place, MarketRow> rows = new HashMap<>();
  private final Set<Place> sinceBegin = new HashSet<>();
  private final Map<Due, FundingRate> rates = new HashMap<>();
  private final Map<String, FundingRate> earlierRates = new HashMap<>();
  private final Set<Due> ratesSinceBegin = new HashSet<>();
  private final Set<Due> ratesSinceRow = new HashSet<>();
  private long beat = Long.MIN_VALUE;
  private long reached = Long.MIN_VALUE;
  private long firstClose = Long.MAX_VALUE;
  private long lastClose = Long.MIN_VALUE;
  private long begin;
  private long firstRateSinceRow;
  private long end;
  private boolean inOrder = true;

  /**
   * @param tradedFrom up to then rows warm up
   */
  BarsOnTopic(Universe universe, Set<String> wanted, long from, long tradedFrom) {
    this.tradedFrom = tradedFrom;
    this.universe = universe;
    this.wanted = wanted;
    this.wire = new BarsTopic(Set.copyOf(universe.symbols()), WireLimits.DEFAULT);
    this.from = from;
  }

  /**
   * Reads what lies there now.
   *
   * @param universe symbols that the feed may send
   * @param wanted those whose rows are kept
   * @param from rows that open earlier are left out, epoch milliseconds UTC
   */
  public static BarsOnTopic read(
      KafkaAccess kafka, String topic, Universe universe, Set<String> wanted, long from) {
    return new BarsOnTopic(universe, wanted, from, Long.MIN_VALUE).readAll(kafka, topic);
  }

  /** Reads what lies there now for a job that starts with this window. */
  static BarsOnTopic read(KafkaAccess kafka, String topic, Universe universe, RunWindow window) {
    Set<String> all = Set.copyOf(universe.symbols());
    return new BarsOnTopic(universe, all, window.warmUpFrom(), window.from()).readAll(kafka, topic);
  }

  private BarsOnTopic readAll(KafkaAccess kafka, String topic) {
    try (TopicReader reader = new TopicReader(kafka, List.of(topic), false)) {
      end = Objects.requireNonNull(reader.readToEnd(this::take).get(topic));
    }
    return this;
  }

  /** All symbols are wanted. */
  public static BarsOnTopic read(KafkaAccess kafka, String topic, Universe universe, long from) {
    return read(kafka, topic, universe, Set.copyOf(universe.symbols()), from);
  }

  /** Offset behind all that lies there now. */
  public static long endOf(KafkaAccess kafka, String topic) {
    try (TopicReader reader = new TopicReader(kafka, List.of(topic), false)) {
      return reader.end(topic);
    }
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    if (!(wire.decode(record.value(), record.timestamp())
        instanceof Decoded.Message<MarketMessage> message)) {
      return;
    }
    MarketMessage said = message.value();
    if (said.kind() == MarketMessage.Kind.HEARTBEAT) {
      beat = Math.max(beat, said.time());
    } else if (said.kind() == MarketMessage.Kind.FUNDING) {
      take(FeedReader.rate(said), record.offset());
    } else if (said.kind() == MarketMessage.Kind.BAR && said.time() < from) {
      ratesSinceRow.clear();
    } else if (said.kind() == MarketMessage.Kind.BAR) {
      MarketRow row = FeedReader.row(said, universe);
      reached = Math.max(reached, row.closeTime());
      if (wanted.contains(said.symbol())) {
        rows.putIfAbsent(new Place(row.symbol(), row.openTime()), row);
      }
      pass(row.closeTime(), record.offset());
      sinceBegin.add(new Place(row.symbol(), row.openTime()));
      ratesSinceRow.clear();
    }
  }

  private void take(FundingRate rate, long offset) {
    Due due = new Due(rate.symbol(), rate.time());
    firstRateSinceRow = ratesSinceRow.isEmpty() ? offset : firstRateSinceRow;
    ratesSinceRow.add(due);
    ratesSinceBegin.add(due);
    if (rate.time() < from) {
      earlierRates.merge(
          rate.symbol(), rate, (known, next) -> next.time() > known.time() ? next : known);
    } else {
      rates.putIfAbsent(due, rate);
    }
  }

  private void pass(long close, long offset) {
    if (close < firstClose || (close == firstClose && lastClose > close)) {
      firstClose = close;
      begin = ratesSinceRow.isEmpty() ? offset : firstRateSinceRow;
      inOrder = true;
      sinceBegin.clear();
      ratesSinceBegin.retainAll(ratesSinceRow);
    } else {
      inOrder &= close >= lastClose || close > tradedFrom;
    }
    lastClose = close;
  }

  /** By close and then symbol; of rows of the same time the first. */
  public List<MarketRow> rows() {
    return rows.values().stream()
        .sorted(Comparator.comparingLong(MarketRow::closeTime).thenComparingInt(MarketRow::symbol))
        .toList();
  }

  /**
   * Rates of funding by time and then symbol; of those of the same time the first. Of those that
   * are due before the rows only the last of each symbol, which says that it has records.
   */
  List<FundingRate> rates() {
    return Stream.concat(earlierRates.values().stream(), rates.values().stream())
        .sorted(Comparator.comparingLong(FundingRate::time).thenComparing(FundingRate::symbol))
        .toList();
  }

  /** Up to when the feed has said that all is there, epoch milliseconds UTC. */
  public long beat() {
    return beat;
  }

  /** The last close of which a row of any symbol or a heartbeat is there. */
  public long reached() {
    return Math.max(reached, beat);
  }

  /**
   * Offset of the first row of the earliest close, or of the rates of funding right before it;
   * where rows come again, the last time.
   */
  long begin() {
    return begin;
  }

  /**
   * Whether all rows and rates come from {@link #begin} on, and the closes of those that warm up
   * never go back.
   */
  boolean isWholeFromBegin() {
    return inOrder
        && sinceBegin.containsAll(rows.keySet())
        && ratesSinceBegin.containsAll(rates.keySet());
  }

  /** Offset behind all that was read. */
  public long end() {
    return end;
  }
}
