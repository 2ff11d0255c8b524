package io.podflow.app.live;

import io.podflow.api.Bar;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.live.feed.BarsOnTopic;
import io.podflow.live.feed.History;
import io.podflow.live.feed.NewPairs;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The warm-up bars for pods and symbols that are new in a version.
 *
 * @param wanted whether the version has new pods or symbols
 * @param configured whether {@code live.history} is set
 * @param bars warm-up bars, ordered by close
 * @param end offset after the last record of the topic that the bars are made from; {@link
 *     MarketMessage#NOT_TOLD} where they are made from nothing
 */
record VersionHistory(boolean wanted, boolean configured, List<Bar> bars, long end) {

  private static final int ATTEMPTS = 10;

  /**
   * Joins the bars of {@code live.history} with the later bars on the job's own topic, and starts
   * again when records arrive meanwhile, in at most {@value #ATTEMPTS} attempts.
   *
   * @param next the configuration of the version
   */
  static VersionHistory of(
      NewPairs pairs,
      PodflowSettings next,
      PortfolioLayout layout,
      KafkaAccess kafka,
      Topics topics)
      throws IOException, InterruptedException {
    String history = next.orchestrator().live().history();
    if (pairs.isEmpty() || history == null) {
      return new VersionHistory(
          !pairs.isEmpty(), history != null, List.of(), MarketMessage.NOT_TOLD);
    }
    List<MarketRow> earlier = HistorySource.rows(history, next, layout, kafka, Long.MIN_VALUE);
    VersionHistory made = joined(earlier, pairs, next, layout, kafka, topics);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (BarsOnTopic.endOf(kafka, topics.bars()) == made.end()) {
        return made;
      }
      made = joined(earlier, pairs, next, layout, kafka, topics);
    }
    return made;
  }

  private static VersionHistory joined(
      List<MarketRow> earlier,
      NewPairs pairs,
      PodflowSettings next,
      PortfolioLayout layout,
      KafkaAccess kafka,
      Topics topics) {
    BarsOnTopic feed =
        BarsOnTopic.read(kafka, topics.bars(), layout.universe(), pairs.symbols(), Long.MIN_VALUE);
    List<MarketRow> rows = History.upTo(History.joined(earlier, feed.rows()), feed.reached());
    List<Bar> bars = pairs.bars(rows, next.backtest(), feed.beat());
    return new VersionHistory(true, true, bars, feed.end());
  }

  void tell(PrintWriter console) {
    if (wanted && configured) {
      console.printf(
          Locale.ROOT, "%,d bars for new pods and symbols to warm up from%n", bars.size());
    } else if (wanted) {
      console.println("new pods and symbols start with empty windows: there is no live.history");
    }
    console.flush();
  }

  /**
   * Whether a version is behind all that its history is made from, and behind nothing else.
   *
   * @param sent offset of the version on the topic of bars
   */
  boolean isWhole(long sent) {
    return end == MarketMessage.NOT_TOLD || sent == end;
  }
}
