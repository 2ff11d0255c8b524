package io.podflow.app.live;

import io.podflow.app.config.Configurations;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.TradingBegin;
import io.podflow.live.client.VersionClient;
import io.podflow.live.feed.WarmUp;
import io.podflow.live.job.FirstStart;
import io.podflow.live.job.LiveJob;
import io.podflow.live.job.LiveOptions;
import io.podflow.live.job.LiveRun;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow live}: runs a portfolio on bars from a topic. */
@Command(
    name = "live",
    subcommands = ApplyCommand.class,
    description = {
      "Trades bars as they come over Kafka, in this process or on a Flink cluster.",
      "Without --external orders are filled on paper, at the next open."
    })
public final class LiveCommand implements Callable<Integer> {

  /**
   * Optional here and required in {@link #call}, because the subcommands do not need this
   * parameter.
   */
  @Parameters(paramLabel = "CONFIG", arity = "0..1", description = "The configuration file.")
  private @Nullable Path config;

  @Mixin private KafkaOptions kafka;

  /** The trading mode of the options: no orders, or orders to the exchange side. */
  static final class Mode {

    @Option(names = "--shadow", description = "Decide targets; trade nothing, not even on paper.")
    private boolean shadow;

    @Option(
        names = "--external",
        description = "Send orders to the exchange side, and book what it reports.")
    private boolean external;
  }

  @ArgGroup private @Nullable Mode mode;

  @Option(
      names = "--from",
      paramLabel = FromOption.LABEL,
      description = {
        "UTC day or time of a first start: closes after it are traded, bars before it warm up",
        "(default: now). A job that goes on keeps the one that it began with."
      })
  private @Nullable String from;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      description = "Submit to the Flink cluster with this REST address and return.")
  private @Nullable String cluster;

  @Option(
      names = "--keep",
      description = {
        "With --cluster: stay, and submit the job again from its newest checkpoint",
        "when the cluster has lost it with its job manager."
      })
  private boolean keep;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "Checkpoints and savepoints of a job in this process (default: state).")
  private Path state = Path.of("state");

  @Option(
      names = "--resume",
      paramLabel = "PATH",
      description = "Go on from this savepoint or retained checkpoint.")
  private @Nullable String resume;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Parallel tasks (default: 1).")
  private int parallelism;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TradingMode trading = tradingMode();
    Long asked = FromOption.millis(from, spec);
    PodflowSettings settings = settings();
    Configuration options =
        LiveOptions.job(parallelism, settings.orchestrator().live().checkpointEvery());
    if (resume != null) {
      options = FlinkOptions.resumed(options, resume);
    }
    KafkaAccess access = kafka.access();
    Topics topics = kafka.topics();
    kafka.prepareTopics(access, settings, spec.commandLine().getErr());
    boolean later = resume != null || isKept(settings, topics);
    Begin begin = begin(later, asked, settings, access, topics);
    RunScope scope = RunScope.live(settings, begin.time()).with(trading);
    PrintWriter console = spec.commandLine().getOut();
    print(console, begin.sentence());
    LiveJob job = job(later, scope, settings, access, topics);
    LiveRun run = new LiveRun(job, options, parallelism);
    if (cluster != null && keep) {
      run.keep(cluster, LiveRun.classPath(), resume, line -> print(console, line));
    } else if (cluster != null) {
      console.println("job " + run.submit(cluster, LiveRun.classPath()) + " runs on " + cluster);
    } else {
      console.println(
          "trading "
              + trading
              + (run.isInProcess() ? "; Ctrl-C ends it, checkpoints are in " + state : ""));
      console.flush();
      run.here(state);
    }
    console.flush();
    return ExitCode.OK;
  }

  /** Whether the job is alive, and would be taken over by {@code --keep}. */
  private boolean isKept(PodflowSettings settings, Topics topics)
      throws IOException, InterruptedException {
    String name = LiveJob.name(settings.orchestrator().portfolioId(), topics);
    return cluster != null && keep && LiveRun.isAlive(cluster, name);
  }

  private static Begin begin(
      boolean later,
      @Nullable Long asked,
      PodflowSettings settings,
      KafkaAccess access,
      Topics topics) {
    LiveCodecs codecs = LiveCodecs.of(PortfolioLayout.of(settings.orchestrator()));
    List<ConfigMessage> published = new VersionClient(access, topics, codecs).published();
    return later
        ? Begin.ofLaterStart(asked, published, topics)
        : Begin.ofFirstStart(asked, published, Instant.now(), topics);
  }

  /** The job to run; for a first start, the warm-up bars are sent to the topic of bars first. */
  private LiveJob job(
      boolean later, RunScope scope, PodflowSettings settings, KafkaAccess access, Topics topics)
      throws IOException, InterruptedException {
    ConfigVersion version = version(settings);
    String history = scope.layout().settings().live().history();
    if (later || history == null) {
      return new LiveJob(scope, version, access, topics);
    }
    List<MarketRow> before =
        HistorySource.rows(history, settings, scope.layout(), access, scope.window().warmUpFrom());
    FirstStart start = FirstStart.of(before, scope, version, access, topics);
    print(spec.commandLine().getOut(), told(start.sent(), topics));
    return start.job();
  }

  private static String told(WarmUp.Sent sent, Topics topics) {
    if (sent.history() == 0) {
      return "live.history has no bars to warm up from that are not on " + topics.bars();
    }
    String behind = sent.repeated() == 0 ? "" : ", and %,d behind them that were there";
    return String.format(
        Locale.ROOT,
        "%,d rows to warm up from sent to %s" + behind,
        sent.history(),
        topics.bars(),
        sent.repeated());
  }

  /** The id is used only when the job's state does not have this configuration yet. */
  private static ConfigVersion version(PodflowSettings settings) {
    String id = TradingBegin.OF_A_START + "-" + VersionIds.now();
    return ConfigVersion.first(id, VersionSize.within(id, VersionText.of(settings)));
  }

  private static void print(PrintWriter console, String line) {
    console.println(line);
    console.flush();
  }

  private PodflowSettings settings() throws IOException {
    StrategyCatalogue catalogue = StrategyCatalogue.load(LiveCommand.class.getClassLoader());
    ConfigReader reader = ConfigReader.toRun(catalogue);
    Path file = config;
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'CONFIG'");
    }
    return Configurations.accepted(reader.read(file, Overrides.none()), spec);
  }

  private TradingMode tradingMode() {
    if (cluster != null && !cluster.matches(".+:\\d{1,5}")) {
      throw new ParameterException(
          spec.commandLine(), "--cluster: " + cluster + " (expected: HOST:PORT)");
    }
    if (keep && cluster == null) {
      throw new ParameterException(spec.commandLine(), "--keep: give --cluster, where to keep it");
    }
    if (parallelism < 1) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism: " + parallelism + " (expected: at least 1)");
    }
    if (mode == null) {
      return TradingMode.PAPER;
    }
    return mode.external ? TradingMode.EXTERNAL : TradingMode.SHADOW;
  }
}
