package io.podflow.report.console;

import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import java.util.stream.Collectors;

/** How much of what was wanted was not held, in a sentence (decision TR5). */
final class Missed {

  /** Above this share somebody should look. */
  private static final double MUCH = 0.10;

  private Missed() {}

  /** Whether so much was missed that it is the first thing to say of a run. */
  static boolean isMuch(RunSummary summary) {
    return summary.missed() > MUCH;
  }

  /** Says what was missed, and what refused it. */
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
