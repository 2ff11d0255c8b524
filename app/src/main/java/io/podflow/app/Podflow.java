package io.podflow.app;

import io.podflow.app.backtest.BacktestCommand;
import io.podflow.app.backtest.ExportCommand;
import io.podflow.app.bars.BarsCommand;
import io.podflow.app.bars.SampleCommand;
import io.podflow.app.config.ConfigCommand;
import io.podflow.app.console.RootCause;
import io.podflow.app.console.Version;
import io.podflow.app.live.LiveCommand;
import io.podflow.app.live.PaperExchangeCommand;
import io.podflow.app.live.ReplayCommand;
import io.podflow.app.state.StateCommand;
import io.podflow.app.watch.RecordCommand;
import io.podflow.app.watch.WatchCommand;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import java.io.PrintWriter;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code podflow} command. */
@Command(
    name = "podflow",
    description = "Runs a portfolio of trading strategies as one Apache Flink job.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      BacktestCommand.class,
      LiveCommand.class,
      PaperExchangeCommand.class,
      ReplayCommand.class,
      RecordCommand.class,
      WatchCommand.class,
      ConfigCommand.class,
      BarsCommand.class,
      SampleCommand.class,
      ExportCommand.class,
      StateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed",
      "2:the command line is wrong",
      "3:the configuration was refused",
      "4:the data was refused",
      "5:a file or folder cannot be read or written as asked",
      "6:what was waited for has not come",
      "130:interrupted (SIGINT); nothing is left behind",
      "143:terminated (SIGTERM); nothing is left behind"
    })
public final class Podflow implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(exitCode(args));
  }

  /**
   * Errors that no command catches, such as a strategy class that cannot be loaded, also end in one
   * sentence for the user.
   */
  private static int exitCode(String[] args) {
    CommandLine podflow = commandLine();
    try {
      return podflow.execute(args);
    } catch (ServiceConfigurationError e) {
      return told(
          podflow, "a jar of strategies cannot be used: " + e.getMessage(), e, ExitCode.FILES);
    } catch (Error e) {
      return told(podflow, RootCause.sentence(e), e, ExitCode.FAILED);
    }
  }

  private static int told(CommandLine podflow, String what, Throwable why, int exitCode) {
    podflow.getErr().println("podflow: " + what);
    trace(why, podflow.getErr());
    return exitCode;
  }

  /** The command line; public for tests. */
  public static CommandLine commandLine() {
    CommandLine podflow = new CommandLine(new Podflow());
    return podflow
        .addSubcommand(new HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Podflow::correct)
        .setExecutionExceptionHandler(Podflow::explain);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }

  /**
   * Prints the mistake and a pointer to {@code --help}, because a screen of options would bury the
   * mistake.
   */
  private static int correct(CommandLine.ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("podflow: " + mistake.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static int explain(Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof Refusal refusal) {
      if (!refusal.isSilent()) {
        err.println(refusal.getMessage());
      }
      trace(failure, err);
      return refusal.exitCode();
    }
    err.println("podflow: " + RootCause.sentence(failure));
    if (!trace(failure, err)) {
      err.println("podflow: set PODFLOW_TRACE=1 to see where it happened");
    }
    err.flush();
    return RootCause.exitCode(failure);
  }

  private static boolean trace(Throwable failure, PrintWriter err) {
    boolean wanted = System.getenv("PODFLOW_TRACE") != null;
    if (wanted) {
      failure.printStackTrace(err);
    }
    err.flush();
    return wanted;
  }
}
