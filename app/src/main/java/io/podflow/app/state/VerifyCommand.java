package io.podflow.app.state;

import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.savepoints.check.StateCheck;
import io.podflow.savepoints.state.JobState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow state verify}: checks whether a savepoint is sound and fits a configuration. */
@Command(
    name = "verify",
    description = {
      "Checks that a savepoint is sound inside: ledger, machines, clocks, timers.",
      "With --config also that a job of that configuration can go on from it.",
      "Exits with 4 for what is not sound, with 3 for what does not fit."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SAVEPOINT", description = "Folder of a canonical savepoint.")
  private String savepoint;

  @Option(names = "--config", paramLabel = "CONFIG", description = "A configuration to fit.")
  private @Nullable Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PodflowSettings settings = config == null ? null : Opened.settings(config, spec);
    JobState state = Opened.state(savepoint);
    List<String> unfit = new ArrayList<>();
    PortfolioLayout layout =
        settings == null ? null : Opened.following(state.versions(), settings, unfit);
    List<String> unsound = StateCheck.inside(state, layout);
    if (layout != null) {
      unfit.addAll(StateCheck.fit(state, layout));
    }
    PrintWriter out = spec.commandLine().getOut();
    unsound.forEach(line -> out.println("not sound: " + line));
    unfit.forEach(line -> out.println("does not fit: " + line));
    if (unsound.isEmpty() && unfit.isEmpty()) {
      out.println(
          savepoint
              + ": sound, "
              + state.pods().size()
              + " pods, "
              + state.assets().size()
              + " pairs of pod and symbol"
              + (layout == null ? "" : "; it fits " + config));
    }
    out.flush();
    if (!unsound.isEmpty()) {
      return ExitCode.DATA;
    }
    return unfit.isEmpty() ? ExitCode.OK : ExitCode.CONFIG;
  }
}
