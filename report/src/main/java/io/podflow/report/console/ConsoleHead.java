package io.podflow.report.console;

import io.podflow.connectors.rundb.DayRange;
import io.podflow.connectors.rundb.IdleFigures;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import java.time.Instant;

/**
 * The lines before the tables: name and range of the run, ruin, accepted faults of the bars, missed
 * exposure and idle capital.
 */
record ConsoleHead(RunSummary summary) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    ruin(text);
    facts(text);
    accepted(text);
    missedMuch(text);
    idleCapital(text);
  }

  /** The ruin is the first line, because all later figures are those of a ruined run. */
  private void ruin(ConsoleText text) {
    String at = summary.ruinedAt();
    if (at != null) {
      text.line(
          "ruined on %s: %s; judged at closes, not within bars",
          Figures.time(Instant.parse(at).toEpochMilli()), left());
    }
  }

  /** Equity below 0 is the debt, so only one amount is printed. */
  private String left() {
    double debt = summary.debt();
    return debt > 0
        ? "no equity, debt " + Figures.money(debt)
        : "equity " + Figures.money(summary.finalEquity()) + ", no debt";
  }

  private void facts(ConsoleText text) {
    RunFacts run = summary.run();
    text.line("%s: %s, bars: %s", run.name(), range(), run.bars());
    text.line(
        "podflow %s, engine %s, parallelism %d, %.1f s",
        run.version(), run.engine(), run.parallelism(), run.wallSeconds());
    if (run.synthetic()) {
      text.line("SYNTHETIC DATA: made-up bars; these figures say nothing about any market");
    }
  }

  /** A large missed exposure is printed before the figures. */
  private void missedMuch(ConsoleText text) {
    if (Missed.isMuch(summary)) {
      text.line("%s", Missed.line(summary));
    }
  }

  private void idleCapital(ConsoleText text) {
    IdleFigures idle = summary.idleCapital();
    if (idle != null) {
      text.line(
          "IDLE CAPITAL: %s of equity (%s) since %s: %s",
          Figures.share(idle.share()), Figures.money(idle.reserve()), idle.since(), idle.why());
    }
  }

  private void accepted(ConsoleText text) {
    for (String fault : summary.accepted()) {
      text.line("ACCEPTED, against the rules for bars: %s", fault);
    }
  }

  /**
   * The days used come first, because the figures are of these days; the configured range follows.
   */
  private String range() {
    DayRange asked = summary.rangeAsked();
    DayRange used = summary.rangeUsed();
    if (used == null) {
      return "no close; asked for " + asked.from() + " .. " + asked.to();
    }
    String days = used.from() + " .. " + used.to();
    return used.equals(asked)
        ? days
        : days + " (asked for " + asked.from() + " .. " + asked.to() + ")";
  }
}
