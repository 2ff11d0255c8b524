package io.podflow.app.live;

import io.podflow.app.backtest.BacktestData;
import io.podflow.app.config.Configurations;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.csv.FolderRows;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.live.feed.BarReplay;
import io.podflow.live.feed.ReplayedRates;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow replay}: sends historical bars to the topic of bars, close by close. */
@Command(
    name = "replay",
    description =
        "Sends historical bars, and the rates of backtest.funding, to the topic of bars, close by close.")
public final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CONFIG", description = "The configuration file.")
  private Path config;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder of bars; 'sample' for the synthetic market (sets backtest.bars).")
  private @Nullable String data;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First UTC day that is traded; its warm-up is sent too (sets backtest.start).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last UTC day of bar opens, included (sets backtest.end).")
  private @Nullable String to;

  @Option(
      names = "--accept-rejected",
      description =
          "Go on with symbols of which too many rows cannot be used (sets backtest.accept_rejected).")
  private boolean acceptRejected;

  @Option(
      names = "--allow-missing",
      description = "Go on without symbols that have no bars (sets backtest.allow_missing).")
  private boolean allowMissing;

  @Option(
      names = "--closes-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Pace, in closes of the folder's bars; 0 for as fast as it goes (default: 0).",
        "The warm-up is always sent that fast."
      })
  private double closesPerSecond;

  @Option(
      names = "--no-warm-up",
      description = "Begin with the first day that is traded: the job warms up from live.history.")
  private boolean noWarmUp;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PodflowSettings settings =
        Configurations.accepted(
            ConfigReader.installed()
                .read(
                    config,
                    Overrides.none().ofRun(data, from, to).ofData(acceptRejected, allowMissing)),
            spec);
    KafkaAccess access = kafka.access();
    Topics topics = kafka.topics();
    try (BacktestData bars = BacktestData.open(settings, false);
        FolderRows rows = new FolderRows(bars.inventory(), sent(bars.scope().window()))) {
      kafka.prepareTopics(access, settings, spec.commandLine().getErr());
      BarReplay replay =
          new BarReplay(
              topics,
              LiveCodecs.of(bars.scope().layout()).bars(),
              bars.scope().layout().universe(),
              bars.scope().window().from(),
              closesPerSecond);
      List<FundingRate> rates =
          ReplayedRates.of(bars.scope().funding().series(), sent(bars.scope().window()));
      long sent = replay.send(access, rows, rates);
      PrintWriter console = spec.commandLine().getOut();
      bars.accepted().forEach(fault -> console.println("accepted: " + fault));
      String funding = rates.isEmpty() ? "" : " and %,d rates of funding".formatted(rates.size());
      console.printf("%,d rows%s sent to %s%n", sent, funding, topics.bars());
      console.flush();
    }
    return ExitCode.OK;
  }

  private RunWindow sent(RunWindow window) {
    return noWarmUp ? new RunWindow(window.from(), window.from(), window.horizon()) : window;
  }
}
