package io.podflow.app.live;

import io.podflow.app.config.Configurations;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.VersionClient;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.StopSignal;
import io.podflow.live.kafka.Topics;
import io.podflow.live.paper.Delivery;
import io.podflow.live.paper.PaperExchangeProcess;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow paper-exchange}: fills the orders of a live job on paper. */
@Command(
    name = "paper-exchange",
    description = {
      "Fills the orders of a live job at the next open, and keeps books of its own.",
      "It ends with Ctrl-C and prints them. Chances are of 0 to 1, and decided by the seed."
    })
public final class PaperExchangeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CONFIG", description = "The configuration of the job.")
  private Path config;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--from",
      paramLabel = FromOption.LABEL,
      description = {
        "UTC day or time after which the job trades (default: what the job says on",
        "PREFIX.config, which is waited for)."
      })
  private @Nullable String from;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(
      names = "--partial",
      paramLabel = "CHANCE",
      defaultValue = "0",
      description = "Of an order to be filled in part; the rest expires.")
  private double partial;

  @Option(
      names = "--rejects",
      paramLabel = "CHANCE",
      defaultValue = "0",
      description = "Of an order to be rejected.")
  private double rejects;

  @Option(
      names = "--disconnects",
      paramLabel = "CHANCE",
      defaultValue = "0",
      description = "Of a close to begin a stretch without connection.")
  private double disconnects;

  @Option(
      names = "--disconnected-closes",
      paramLabel = "N",
      defaultValue = "3",
      description = "Length of such a stretch (default: 3).")
  private int disconnectedCloses;

  @Option(
      names = "--repeats",
      paramLabel = "CHANCE",
      defaultValue = "0",
      description = "Of a report to be sent twice.")
  private double repeats;

  @Option(
      names = "--disorder",
      paramLabel = "CHANCE",
      defaultValue = "0",
      description = "Of a report to be sent too late, behind the heartbeat of its close.")
  private double disorder;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      defaultValue = "0",
      description = "Before the reports of a close are sent.")
  private int latency;

  @Option(
      names = "--plant",
      paramLabel = "SYMBOL=QUANTITY",
      description = {
        "A position that nobody has ordered, from the symbol's first bar on:",
        "shows what live.reconcile_policy does."
      })
  private Map<String, Double> planted = Map.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Long asked = FromOption.millis(from, spec);
    PodflowSettings settings =
        Configurations.accepted(ConfigReader.installed().read(config, Overrides.none()), spec);
    KafkaAccess access = kafka.access();
    Topics topics = kafka.topics();
    kafka.prepareTopics(access, settings, spec.commandLine().getErr());
    RunScope scope =
        RunScope.live(settings, asked == null ? begin(settings, access, topics) : asked);
    PaperExchange exchange =
        new PaperExchange(
            scope.layout().universe(),
            CostModel.of(settings.orchestrator()),
            new Faults(seed, partial, rejects, disconnects, disconnectedCloses),
            settings.orchestrator().live().reconcileEvery());
    refuseUnknown(planted.keySet(), scope.layout().universe());
    planted.forEach(exchange::plant);
    Delivery delivery = new Delivery(seed, repeats, disorder, Duration.ofMillis(latency));
    PrintWriter console = spec.commandLine().getOut();
    console.println(
        "an exchange on paper, between " + topics.orders() + " and " + topics.exchange());
    console.flush();
    ConfigVersion first = ConfigVersion.first("start", VersionText.of(settings));
    serve(
        new PaperExchangeProcess(access, topics, scope, first, exchange, delivery),
        exchange,
        console);
    return ExitCode.OK;
  }

  /** The job's, which may have to be waited for. */
  private long begin(PodflowSettings settings, KafkaAccess access, Topics topics) {
    PrintWriter console = spec.commandLine().getOut();
    LiveCodecs codecs = LiveCodecs.of(PortfolioLayout.of(settings.orchestrator()));
    List<ConfigMessage> published =
        new VersionClient(access, topics, codecs)
            .awaitPublished(
                () -> {
                  console.println("waits for the job: " + topics.config() + " has no version yet");
                  console.flush();
                });
    Begin begin = Begin.ofLaterStart(null, published, topics);
    console.println("the job " + begin.sentence());
    return begin.time();
  }

  private void refuseUnknown(Set<String> symbols, Universe universe) {
    for (String symbol : symbols) {
      if (!universe.symbols().contains(symbol)) {
        throw new ParameterException(
            spec.commandLine(), "--plant: " + symbol + " (expected: a symbol that a pod trades)");
      }
    }
  }

  /**
   * The shutdown hook waits for the end of the loop, so that the books are printed after Ctrl-C.
   */
  private static void serve(
      PaperExchangeProcess process, PaperExchange exchange, PrintWriter console) {
    StopSignal stop = new StopSignal();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.ask();
              try {
                ended.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "podflow paper exchange stops");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      process.run(stop);
      console.print(BooksTable.of(exchange.books()));
      console.flush();
    } finally {
      ended.countDown();
    }
  }
}
