package io.podflow.app.bars;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.InputJudge;
import io.podflow.connectors.csv.InputJudge.Fault;
import io.podflow.connectors.csv.InputJudge.Kind;
import io.podflow.connectors.csv.Rejection;
import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.report.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses bars with faults that the settings do not accept, with a table of the faults. */
public final class InputRefusal {

  private static final int MOST_SYMBOLS = 20;

  private InputRefusal() {}

  /**
   * @param what beginning of the message, such as {@code the bars in sample are}
   * @return the accepted faults, one sentence each
   * @throws Refusal when a fault is not accepted
   */
  public static List<String> accepted(
      String what,
      BarInventory inventory,
      BacktestSettings settings,
      OrchestratorSettings orchestrator) {
    InputJudge judge = new InputJudge(settings);
    List<Fault> faults = judge.faults(inventory, symbols(orchestrator));
    List<Fault> refused = faults.stream().filter(fault -> !judge.accepts(fault)).toList();
    if (!refused.isEmpty()) {
      throw new Refusal(ExitCode.DATA, message(what, settings, refused));
    }
    return faults.stream().map(Fault::sentence).toList();
  }

  /**
   * The refusal of an input that cannot be used, with {@link ExitCode#FILES} where the file system
   * failed, otherwise {@link ExitCode#DATA}.
   *
   * @param message for the user, without the program's name
   */
  public static Refusal of(BarInputException failure, String message) {
    return new Refusal(exitCode(failure), "podflow: " + message);
  }

  static int exitCode(BarInputException failure) {
    return failure.isOfTheFileSystem() ? ExitCode.FILES : ExitCode.DATA;
  }

  private static Set<String> symbols(OrchestratorSettings settings) {
    Set<String> symbols = new LinkedHashSet<>();
    for (PodSettings pod : settings.pods()) {
      symbols.addAll(pod.symbols());
    }
    return symbols;
  }

  private static String message(String what, BacktestSettings settings, List<Fault> refused) {
    List<String> lines = new ArrayList<>();
    lines.add("podflow: " + what + " refused, nothing was run");
    lines.add(table(refused).stripTrailing());
    if (refused.size() > MOST_SYMBOLS) {
      lines.add("  and " + (refused.size() - MOST_SYMBOLS) + " more symbols");
    }
    if (refused.stream().anyMatch(InputRefusal::isWithoutBars)) {
      lines.add(
          "podflow: a symbol must have a row that can be used; mend the file (the forms that are"
              + " read are in docs/bars.md), or take the symbol out of the configuration");
    }
    if (refused.stream().anyMatch(InputRefusal::hasTooManyRejected)) {
      lines.add(
          "podflow: at most the share "
              + settings.maxRejectedShare()
              + " of a symbol's rows may be rejected (backtest.max_rejected_share); to go on with"
              + " the others: --accept-rejected, or backtest.accept_rejected: true");
    }
    if (refused.stream().anyMatch(fault -> fault.kind() == Kind.MISSING)) {
      lines.add(
          "podflow: every symbol must have bars; to go on without:"
              + " --allow-missing, or backtest.allow_missing: true");
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static boolean isWithoutBars(Fault fault) {
    return fault.kind() == Kind.REJECTED && !hasBars(fault);
  }

  private static boolean hasTooManyRejected(Fault fault) {
    return fault.kind() == Kind.REJECTED && hasBars(fault);
  }

  private static boolean hasBars(Fault fault) {
    return fault.file() != null && fault.file().hasBars();
  }

  private static String table(List<Fault> refused) {
    TextTable table =
        new TextTable(
            1,
            "symbol",
            "rows",
            "used",
            "rejected",
            Rejection.MALFORMED.label(),
            Rejection.OFF_GRID.label(),
            Rejection.PRICE.label(),
            Rejection.RANGE.label(),
            "first offence");
    refused.stream().limit(MOST_SYMBOLS).forEach(fault -> row(table, fault));
    return table.text();
  }

  private static void row(TextTable table, Fault fault) {
    SymbolFile file = fault.file();
    if (file == null) {
      table.row(fault.symbol(), "-", "-", "-", "-", "-", "-", "-", "no file");
      return;
    }
    RowCounts counts = file.counts();
    String first = counts.firstOffence();
    table.row(
        fault.symbol(),
        Long.toString(counts.rows()),
        Long.toString(counts.used()),
        Long.toString(counts.rejectedRows()),
        Long.toString(counts.rejectedFor(Rejection.MALFORMED)),
        Long.toString(counts.rejectedFor(Rejection.OFF_GRID)),
        Long.toString(counts.rejectedFor(Rejection.PRICE)),
        Long.toString(counts.rejectedFor(Rejection.RANGE)),
        first.isEmpty() ? file.file() + " has no row in the range" : first);
  }
}
