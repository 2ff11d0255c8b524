package io.podflow.app.bars;

import io.podflow.api.Timeframe;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.csv.BarFile;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.BarSurvey;
import io.podflow.connectors.csv.BarSurvey.Halt;
import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import io.podflow.domain.market.Jumps;
import io.podflow.report.text.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code podflow bars check}: prints statistics of files of bars, and tells whether a backtest
 * would accept the files.
 */
@Command(
    name = "check",
    description = {
      "Reads files of bars as a backtest would, and says what is in them: coverage, gaps, jumps,",
      "halts, and rows that are rejected, superseded by a later line, or there twice.",
      "Ends with exit code 4 when a backtest would refuse one of them."
    })
final class BarsCheckCommand implements Callable<Integer> {

  /** Most halts printed per file; a market that is thin at night has hundreds of halts. */
  private static final int MOST_HALTS = 3;

  @Parameters(paramLabel = "FOLDER", description = "A folder of bars, or one file.")
  private Path folder;

  @Spec private CommandSpec spec;

  /** A readable file with its gaps, jumps and halts. */
  private record Checked(BarFile file, BarSurvey.Findings findings) {}

  @Override
  public Integer call() {
    List<BarFile> files = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    int exitCode = ExitCode.OK;
    try {
      for (Path path : BarFile.in(folder)) {
        exitCode = Math.max(exitCode, read(path, files, faults));
      }
    } catch (BarInputException e) {
      throw InputRefusal.of(e, String.valueOf(e.getMessage()));
    }
    List<Checked> checked = checked(files);
    PrintWriter console = spec.commandLine().getOut();
    console.print(table(checked));
    checked.forEach(file -> details(file, console));
    faults.forEach(fault -> console.println("  REFUSED  " + fault));
    console.flush();
    return exitCode;
  }

  /** Returns the exit code for this file alone. */
  private static int read(Path path, List<BarFile> files, List<String> faults) {
    try {
      BarFile file = BarFile.of(path);
      String fault = BarFault.of(file.found());
      files.add(file);
      if (fault != null) {
        faults.add(fault);
      }
      return fault == null ? ExitCode.OK : ExitCode.DATA;
    } catch (BarInputException e) {
      faults.add(String.valueOf(e.getMessage()));
      return InputRefusal.exitCode(e);
    }
  }

  /**
   * Surveys the files of one timeframe together, because a jump is judged against the moves of the
   * other files.
   */
  private static List<Checked> checked(List<BarFile> files) {
    List<Checked> checked = new ArrayList<>();
    for (Timeframe spacing : Timeframe.values()) {
      List<BarFile> alike = files.stream().filter(file -> file.spacing() == spacing).toList();
      List<BarSurvey.Findings> findings = BarSurvey.of(alike);
      for (int i = 0; i < alike.size(); i++) {
        checked.add(new Checked(alike.get(i), findings.get(i)));
      }
    }
    return checked;
  }

  private static String table(List<Checked> checked) {
    TextTable table =
        new TextTable(
            3,
            "file",
            "first open",
            "last open",
            "bars",
            "rows",
            "used",
            "coverage",
            "gaps",
            "jumps",
            "halts",
            "rejected",
            "superseded",
            "duplicates");
    for (Checked each : checked) {
      SymbolFile file = each.file().found();
      RowCounts counts = file.counts();
      table.row(
          file.file(),
          time(counts, counts.firstOpen()),
          time(counts, counts.lastOpen()),
          counts.used() == 0 ? "-" : each.file().spacing().label(),
          Long.toString(counts.rows()),
          Long.toString(counts.used()),
          String.format(Locale.ROOT, "%.2f %%", 100 * file.coverage()),
          Long.toString(each.findings().gaps()),
          Integer.toString(each.findings().jumps().size()),
          Integer.toString(each.findings().halts().size()),
          Long.toString(counts.rejectedRows()),
          Long.toString(counts.superseded()),
          Long.toString(counts.duplicates()));
    }
    return checked.isEmpty() ? "" : table.text();
  }

  private static String time(RowCounts counts, long openTime) {
    return counts.used() == 0 ? "-" : Instant.ofEpochMilli(openTime).toString();
  }

  private static void details(Checked each, PrintWriter console) {
    SymbolFile file = each.file().found();
    if (!file.ordered()) {
      console.println("  " + file.file() + ": not in the order of time, sorted when it is read");
    }
    if (!file.counts().firstOffence().isEmpty() && BarFault.of(file) == null) {
      console.println("  first rejected row: " + file.counts().firstOffence());
    }
    if (each.findings().longestGap() > 0) {
      console.println(
          "  " + file.file() + ": the longest gap has " + each.findings().longestGap() + " bars");
    }
    halts(each, console);
    for (Jumps.Jump jump : each.findings().jumps()) {
      console.println(
          "  "
              + file.file()
              + ": "
              + Jumps.NAME
              + " at the close of "
              + Instant.ofEpochMilli(jump.time())
              + ", from "
              + jump.before()
              + " to "
              + jump.after());
    }
  }

  private static void halts(Checked each, PrintWriter console) {
    List<Halt> halts = each.findings().halts();
    for (Halt halt : halts.stream().limit(MOST_HALTS).toList()) {
      console.println(
          "  "
              + each.file().found().file()
              + ": halted, "
              + halt.bars()
              + " bars in a row with the same close and no volume, from "
              + Instant.ofEpochMilli(halt.from()));
    }
    if (halts.size() > MOST_HALTS) {
      console.println(
          "  "
              + each.file().found().file()
              + ": and "
              + (halts.size() - MOST_HALTS)
              + " more halts, the longest of all has "
              + halts.stream().mapToInt(Halt::bars).max().orElse(0)
              + " bars");
    }
  }
}
