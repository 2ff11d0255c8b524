import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.TradingMode;
import io.podflow.api.Bar;
import io.podflow.domain.market.MarketRow;
import io.podflow.api.Timeframe;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.job.engine.RunScope;
import io.podflow.live.job.LiveOptions;
import io.podflow.job.operator.ExchangeGateOperator;
import io.podflow.job.operator.BarCloseGateOperator;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.legacy.SinkFunction;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/**
 * How long it takes from the last bar of a close to the portfolio's orders inside a live job
 * without Kafka: gates, strategies, pods and portfolio in one process, RocksDB, checkpoints as in
 * the configuration. It is the feed and the exchange, and each close waits for the one before. Arguments:
 * CONFIG STATE_FOLDER PARALLELISM CLOSES CLOSES_PER_SECOND (0: as fast as it goes) WARM_UP_CLOSES.
 */
public class InProcessLatency {

  private static final BlockingQueue<FeedItem> ROWS = new LinkedBlockingQueue<>();
  private static final BlockingQueue<ExchangeReport> REPORTS = new LinkedBlockingQueue<>();
  private static final BlockingQueue<Out> DECIDED = new LinkedBlockingQueue<>();

  private record Out(PortfolioDecision decision, long nanos) {}

  /** Hands on what lies in a queue of this process. */
  private static final class Queue<T> implements SourceFunction<T> {

    private final boolean ofRows;
    private volatile boolean runs = true;

    Queue(boolean ofRows) {
      this.ofRows = ofRows;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void run(SourceContext<T> context) throws Exception {
      BlockingQueue<T> queue = (BlockingQueue<T>) (ofRows ? ROWS : REPORTS);
      while (runs) {
        T next = queue.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          synchronized (context.getCheckpointLock()) {
            context.collect(next);
          }
        }
      }
    }

    @Override
    public void cancel() {
      runs = false;
    }
  }

  private static final class Decisions implements SinkFunction<PortfolioDecision> {

    @Override
    public void invoke(PortfolioDecision decision, Context context) {
      DECIDED.add(new Out(decision, System.nanoTime()));
    }
  }

  private final RunScope scope;
  private final PortfolioLayout layout;
  private final PaperExchange exchange;
  private final double[] prices;
  private final Random random = new Random(1);
  private long orders;

  private InProcessLatency(PodflowSettings settings) {
    scope = RunScope.live(settings, UtcDays.startOf(settings.backtest().start())).with(TradingMode.EXTERNAL);
    layout = scope.layout();
    exchange =
        new PaperExchange(
            layout.universe(),
            CostModel.of(settings.orchestrator()),
            Faults.NONE,
            Duration.ofDays(30));
    prices = new double[layout.universe().size()];
    Arrays.fill(prices, 100);
  }

  public static void main(String[] args) throws Exception {
    PodflowSettings settings =
        ConfigReader.installed().read(Path.of(args[0]), Overrides.none()).orThrow();
    int parallelism = Integer.parseInt(args[2]);
    int closes = Integer.parseInt(args[3]);
    double pace = Double.parseDouble(args[4]);
    int warmUp = Integer.parseInt(args[5]);
    InProcessLatency bench = new InProcessLatency(settings);
    Duration every = settings.orchestrator().live().checkpointEvery();
    bench.start(
        StreamExecutionEnvironment.getExecutionEnvironment(
            LiveOptions.inProcess(
                LiveOptions.job(parallelism, every),
                parallelism,
                Path.of(args[1]),
                settings.orchestrator().live().bind())),
        settings.orchestrator().live().barTimeout());
    long[] nanos = new long[closes];
    for (int i = -warmUp; i < closes; i++) {
      long start = System.nanoTime();
      long took = bench.close(i + warmUp);
      if (i >= 0) {
        nanos[i] = took;
      }
      if (pace > 0) {
        LockSupport.parkNanos((long) (1e9 / pace) - (System.nanoTime() - start));
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%d closes of %d bars, %d orders, parallelism %d: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms%n",
        closes,
        bench.prices.length,
        bench.orders,
        parallelism,
        nanos[closes / 2] / 1e6,
        nanos[closes * 99 / 100] / 1e6,
        nanos[closes * 999 / 1000] / 1e6,
        nanos[closes - 1] / 1e6);
    Runtime.getRuntime().halt(0);
  }

  private void start(StreamExecutionEnvironment env, Duration barTimeout) throws Exception {
    DataStream<MarketItem> market =
        source(env, true, StateTypes.FEED_ITEM, "feed")
            .transform(
                "market gate",
                StateTypes.MARKET_ITEM,
                new BarCloseGateOperator(scope, barTimeout.toMillis()))
            .setParallelism(1)
            .uid("market-gate");
    DataStream<PortfolioInput> reports =
        source(env, false, StateTypes.EXCHANGE_REPORT, "exchange")
            .transform("exchange gate", StateTypes.PORTFOLIO_INPUT, new ExchangeGateOperator(scope))
            .setParallelism(1)
            .uid("exchange-gate");
    new Topology(scope, false)
        .decideLive(market, reports)
        .portfolio()
        .addSink(new Decisions())
        .setParallelism(1)
        .uid("decisions");
    env.executeAsync("latency in process");
  }

  private static <T> DataStream<T> source(
      StreamExecutionEnvironment env, boolean ofRows, TypeInformation<T> type, String uid) {
    return env.addSource(new Queue<T>(ofRows), uid, type).setParallelism(1).uid(uid);
  }

  private long close(int number) throws InterruptedException {
    Timeframe timeframe = layout.timeframes().get(0);
    long open = scope.window().from() + number * timeframe.millis();
    long time = open + timeframe.millis();
    Bar[] bars = new Bar[prices.length];
    for (int s = 0; s < bars.length; s++) {
      double before = prices[s];
      prices[s] *= Math.exp(0.02 * random.nextGaussian());
      double high = Math.max(before, prices[s]);
      double low = Math.min(before, prices[s]);
      bars[s] = new Bar(s, timeframe, time, before, high, low, prices[s], 1);
    }
    exchange.onClose(time, bars).forEach(REPORTS::add);
    for (int s = 0; s < bars.length - 1; s++) {
      ROWS.add(row(bars[s], open));
    }
    // What came before is dealt with by then: the figure is about the last bar.
    while (!ROWS.isEmpty() || !REPORTS.isEmpty()) {
      Thread.onSpinWait();
    }
    LockSupport.parkNanos(1_000_000);
    long start = System.nanoTime();
    ROWS.add(row(bars[bars.length - 1], open));
    while (true) {
      Out out = DECIDED.take();
      out.decision().commands().forEach(exchange::take);
      orders += out.decision().commands().size();
      if (out.decision().closeTime() == time) {
        return out.nanos() - start;
      }
    }
  }

  private static FeedItem row(Bar bar, long open) {
    return FeedItem.of(
        new MarketRow(
            bar.symbol(),
            bar.timeframe(),
            open,
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.volume()));
  }
}
