package io.podflow.savepoints.check;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.savepoints.state.JobState;
import java.util.Arrays;
import java.util.List;

/** Whether a job of a configuration can go on from a state. */
final class FitCheck {

  private final JobState state;
  private final PortfolioLayout layout;
  private final StateFindings findings;

  FitCheck(JobState state, PortfolioLayout layout, StateFindings findings) {
    this.state = state;
    this.layout = layout;
    this.findings = findings;
  }

  void run() {
    PortfolioState books = state.books();
    if (books != null) {
      begun("pods", books.pods, layout.podIds());
      begun("symbols", books.symbols, layout.universe().symbols());
    }
  }

  /** What is new comes behind what is known; whatever has left keeps its place. */
  private void begun(String what, String[] inState, List<String> numbered) {
    boolean holds =
        inState.length <= numbered.size()
            && Arrays.asList(inState).equals(numbered.subList(0, inState.length));
    findings.expect(
        holds,
        what,
        Arrays.toString(inState),
        "by the configuration and those before it: " + numbered);
  }
}
