package io.podflow.report.console;

import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import java.util.stream.Collectors;

/** The fraction of the wanted exposure that was not held, in a sentence (decision TR5). */
final class Missed {

  /** Above this fraction the missed exposure is a warning. */
  private static final double MUCH = 0.10;

  private Missed() {}

  /** Whether the missed exposure is so large that the summary begins with it. */
  static boolean isMuch(RunSummary summary) {
    return summary.missed() > MUCH;
  }

  /** The missed fraction, with the counts of unsent orders by rule. */
  static String line(RunSummary summary) {
    double missed = summary.missed();
    if (Double.isNaN(missed)) {
      return "Missed: nothing was ever wanted";
    }
    String rules =
        summary.unsentByRule().entrySet().stream()
            .map(rule -> Figures.format("%s %,d", rule.getKey(), rule.getValue()))
            .collect(Collectors.joining(", "));
    return (isMuch(summary) ? "WARNING: " : "")
        + "Missed: "
        + Figures.share(missed)
        + " of what was wanted was not held; not sent: "
        + (rules.isEmpty() ? "nothing" : rules);
  }
}
