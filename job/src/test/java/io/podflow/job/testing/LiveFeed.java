package io.podflow.job.testing;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.Universe;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.operator.BarCloseGateOperator;
import io.podflow.job.operator.ExchangeGateOperator;
import io.podflow.job.sink.RunDbSink;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** What a live feed sends close by close, and the live job over it, from the gate to run.db. */
public final class LiveFeed {

  private static final long PATIENCE = 1_000_000_000;

  private final TreeMap<Long, List<FeedItem>> before = new TreeMap<>();
  private final TreeMap<Long, List<FeedItem>> rows = new TreeMap<>();

  /** Rows with a heartbeat behind each close. */
  public LiveFeed(List<Bar> bars, Universe from, Universe to) {
    for (Bar bar : bars) {
      int symbol = to.indexOf(from.symbol(bar.symbol()));
      rows.computeIfAbsent(bar.closeTime(), close -> new ArrayList<>())
          .add(FeedItem.of(rowOf(bar, symbol)));
    }
  }

  public static MarketRow rowOf(Bar bar, int symbol) {
    return new MarketRow(
        symbol,
        bar.timeframe(),
        bar.closeTime() - bar.timeframe().millis(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume());
  }

  /** Puts something before the rows of a close. */
  public LiveFeed with(long close, FeedItem item) {
    before.computeIfAbsent(close, unused -> new ArrayList<>()).add(item);
    return this;
  }

  /** Puts each rate before the rows of the first close that is not earlier. */
  public LiveFeed with(List<FundingRate> rates) {
    for (FundingRate rate : rates) {
      Long close = rows.ceilingKey(rate.time());
      if (close != null) {
        with(close, FeedItem.of(rate));
      }
    }
    return this;
  }

  public List<FeedItem> items(ConfigVersion first) {
    List<FeedItem> items = new ArrayList<>();
    items.add(FeedItem.of(first));
    rows.forEach(
        (close, ofClose) -> {
          items.addAll(before.getOrDefault(close, List.of()));
          items.addAll(ofClose);
          items.add(FeedItem.beat(close));
        });
    return items;
  }

  /** The tables of run.db. */
  public Map<String, List<String>> run(
      RunScope scope, ConfigVersion first, int parallelism, Path folder) throws Exception {
    return run(scope, first, null, parallelism, folder);
  }

  /**
   * The tables of run.db of a portfolio that an exchange side trades for.
   *
   * @param reports of the exchange side; null when the job fills its orders itself
   */
  public Map<String, List<String>> run(
      RunScope scope,
      ConfigVersion first,
      @Nullable List<ExchangeReport> reports,
      int parallelism,
      Path folder)
      throws Exception {
    Path db = folder.resolve(UUID.randomUUID() + ".db");
    Configuration options = FlinkOptions.streaming(parallelism, folder);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(options);
    List<FeedItem> items = items(first);
    var feed =
        env.fromData(StateTypes.FEED_ITEM, items.toArray(FeedItem[]::new))
            .setParallelism(1)
            .uid("feed")
            .assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks())
            .setParallelism(1)
            .uid("no-watermarks");
    var market =
        feed.transform("gate", StateTypes.MARKET_ITEM, new BarCloseGateOperator(scope, PATIENCE))
            .setParallelism(1)
            .uid("gate");
    new Topology(scope, false)
        .decideLive(market, reports == null ? null : exchange(env, scope, reports))
        .records()
        .sinkTo(new RunDbSink(db))
        .setParallelism(1)
        .uid("run");
    env.execute("live feed");
    return RunTables.of(db);
  }

  private static DataStream<PortfolioInput> exchange(
      StreamExecutionEnvironment env, RunScope scope, List<ExchangeReport> reports) {
    return env.fromData(StateTypes.EXCHANGE_REPORT, reports.toArray(ExchangeReport[]::new))
        .setParallelism(1)
        .uid("reports")
        .transform("exchange gate", StateTypes.PORTFOLIO_INPUT, new ExchangeGateOperator(scope))
        .setParallelism(1)
        .uid("exchange-gate");
  }
}
