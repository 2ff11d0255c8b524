package io.podflow.app.backtest;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow export}: writes the tables of a run as files. */
@Command(name = "export", description = "Writes every table of a run as a file.")
public final class ExportCommand implements Callable<Integer> {

  /** The formats of exported tables. */
  enum Format {
    CSV
  }

  @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
  private Path run;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "csv",
      description = "Format of the files: ${COMPLETION-CANDIDATES} (default: csv).")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for the files (default: RUN/csv).")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = out == null ? run.resolve(format.name().toLowerCase(java.util.Locale.ROOT)) : out;
    PrintWriter console = spec.commandLine().getOut();
    try {
      RunExport.csv(run, folder).forEach(console::println);
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the run cannot be exported", e);
    }
    console.flush();
    return ExitCode.OK;
  }
}
