package io.podflow.app.backtest;

import io.podflow.app.config.Configurations;
import io.podflow.app.console.ProgressDisplay;
import io.podflow.app.console.RootCause;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.report.console.ConsoleSummary;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow backtest}: runs a whole portfolio over historical bars. */
@Command(
    name = "backtest",
    description = "Runs a whole portfolio over historical bars and records every decision.")
public final class BacktestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CONFIG", description = "The configuration file.")
  private Path config;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder of bars, a CSV file per symbol; 'sample' for the synthetic market (sets backtest.bars).")
  private @Nullable String data;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First UTC day of bar opens, as 2021-01-31 (sets backtest.start).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last UTC day of bar opens, included (sets backtest.end).")
  private @Nullable String to;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of the run; must not exist (default: runs/<config>-<UTC time>).")
  private @Nullable Path out;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "flink",
      description = "${COMPLETION-CANDIDATES}: same decisions, bit for bit (default: flink).")
  private EngineChoice engine;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Parallel tasks of the Flink engine (default: 1).")
  private int parallelism;

  @Option(names = "--strict", description = "Fail on the first bad row instead of rejecting it.")
  private boolean strict;

  @Option(
      names = "--accept-rejected",
      description =
          "Go on with symbols of which too many rows cannot be used (sets backtest.accept_rejected).")
  private boolean acceptRejected;

  @Option(
      names = "--allow-missing",
      description = "Go on without symbols that have no bars (sets backtest.allow_missing).")
  private boolean allowMissing;

  @Option(names = "--report", description = "Also write report.html.")
  private boolean report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    checkParallelism();
    StrategyCatalogue catalogue = StrategyCatalogue.load(BacktestCommand.class.getClassLoader());
    ConfigReader reader = ConfigReader.toRun(catalogue);
    PodflowSettings settings = Configurations.accepted(reader.read(config, overrides()), spec);
    Path target = RunNames.folder(out, config);
    refuseExisting(target);
    PrintWriter console = spec.commandLine().getOut();
    try (BacktestData bars = BacktestData.open(settings, strict)) {
      ProgressDisplay progress =
          ProgressDisplay.start(bars.expectedBars(), spec.commandLine().getErr());
      Path run =
          new Backtest(settings, bars, engine.create(parallelism), parallelism, report)
              .into(target, progress);
      console.print(ConsoleSummary.of(run));
      console.flush();
    }
    return ExitCode.OK;
  }

  private Overrides overrides() {
    return Overrides.none().ofRun(data, from, to).ofData(acceptRejected, allowMissing);
  }

  private void checkParallelism() {
    if (parallelism < 1 || (engine == EngineChoice.INLINE && parallelism != 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--parallelism: "
              + parallelism
              + (engine == EngineChoice.INLINE
                  ? " (the inline engine has one thread)"
                  : " (expected: at least 1)"));
    }
  }

  private static void refuseExisting(Path target) {
    try {
      RunFolder.refuseExisting(target);
    } catch (FileAlreadyExistsException e) {
      throw RootCause.refusal(ExitCode.FILES, "the run cannot be written", e);
    }
  }
}
