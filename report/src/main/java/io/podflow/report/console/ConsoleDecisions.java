package io.podflow.report.console;

import io.podflow.connectors.rundb.PodFigures;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The last targets of each pod. */
record ConsoleDecisions(RunSummary summary, List<AssetRow> rows) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    Set<String> retired =
        summary.pods().stream()
            .filter(pod -> pod.state().equals(LifecycleState.RETIRED.name()))
            .map(PodFigures::pod)
            .collect(Collectors.toCollection(TreeSet::new));
    LastDecisions decisions = new LastDecisions(rows, retired);
    text.heading("Last decisions, %s (target: share of the pod's capital)", decisions.time());
    if (decisions.areNone()) {
      text.line("  none: every pod is retired (%s)", String.join(", ", retired));
      return;
    }
    text.append(decisions.table());
    if (!retired.isEmpty()) {
      text.line("  retired, so on paper only: %s", String.join(", ", retired));
    }
  }
}
