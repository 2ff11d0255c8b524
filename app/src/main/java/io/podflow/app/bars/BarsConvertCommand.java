package io.podflow.app.bars;

import io.podflow.app.console.RootCause;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.csv.BarConversion;
import io.podflow.connectors.csv.BarFile;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.SymbolFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow bars convert}: writes files of bars in podflow's own form. */
@Command(
    name = "convert",
    description = {
      "Writes files of bars in podflow's own form: timestamp,open,high,low,close,volume, times in",
      "UTC and in order, one row for each. A backtest reads the same from both.",
      "All files are written, or none; nothing is overwritten."
    })
final class BarsConvertCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      description = "A folder of bars in any form that podflow reads, or one file.")
  private Path source;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder for the files; must not exist or be empty.")
  private Path out;

  @Option(
      names = "--accept-rejected",
      description = "Go on with files of which more than one row in a hundred cannot be used.")
  private boolean acceptRejected;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter console = spec.commandLine().getOut();
    try {
      BarConversion.refuseOccupied(out);
      List<BarFile> files = files();
      long rows = BarConversion.write(files, out);
      files.forEach(file -> said(file.found(), console));
      console.printf("%,d rows of %,d files written to %s%n", rows, files.size(), out);
      console.flush();
    } catch (BarInputException e) {
      throw refusal(e);
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the bars cannot be written to " + out, e);
    }
    return ExitCode.OK;
  }

  private Refusal refusal(BarInputException e) {
    String where = e.isOfTheFileSystem() ? source + ": " : "";
    return InputRefusal.of(e, "nothing was written: " + where + e.getMessage());
  }

  private List<BarFile> files() {
    List<BarFile> files = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    boolean acceptable = false;
    Set<String> names = new TreeSet<>();
    for (Path path : BarFile.in(source)) {
      BarFile file = BarFile.of(path);
      String fault = BarFault.of(file.found());
      if (fault != null && !(acceptRejected && file.found().hasBars())) {
        faults.add(fault);
        acceptable |= file.found().hasBars();
      }
      if (!names.add(file.found().name())) {
        throw new BarInputException("two files of the name " + file.found().name());
      }
      files.add(file);
    }
    if (!faults.isEmpty()) {
      throw new BarInputException(
          String.join("; ", faults)
              + (acceptable
                  ? " (to go on with the other rows: --accept-rejected; a file without any stays"
                      + " refused)"
                  : " (the forms that are read are in docs/bars.md)"));
    }
    return files;
  }

  private static void said(SymbolFile file, PrintWriter console) {
    long lost = file.counts().rejectedRows();
    if (lost > 0) {
      console.printf(
          "%s: %,d rows rejected, the first: %s%n",
          file.file(), lost, file.counts().firstOffence());
    }
    if (file.counts().superseded() > 0) {
      console.printf(
          "%s: %,d rows superseded by a later line of the same time%n",
          file.file(), file.counts().superseded());
    }
  }
}
