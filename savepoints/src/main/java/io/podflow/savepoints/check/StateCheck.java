package io.podflow.savepoints.check;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.settings.PodSettings;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.table.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks of a state. */
public final class StateCheck {

  private StateCheck() {}

  /**
   * What does not hold inside the state, a line each; empty when all is well.
   *
   * @param layout of the configuration it was made with, which knows the lengths of ramps where old
   *     state does not; null when not known
   */
  public static List<String> inside(JobState state, @Nullable PortfolioLayout layout) {
    StateFindings findings = new StateFindings();
    Names names = Names.of(state);
    if (state.books() != null) {
      new LedgerCheck(state.books(), findings).run();
    }
    for (PodEntry entry : state.pods()) {
      PodState memory = entry.memory();
      if (memory != null) {
        String pod = names.pod(entry.key());
        new PodCheck(pod, memory, rampSteps(memory, layout, pod), findings).run();
      }
    }
    new OperatorCheck(state, names, findings).run();
    return findings.lines();
  }

  /**
   * What keeps a job of this configuration from going on, a line each.
   *
   * @param layout with the numbers that the configurations before it have given
   */
  public static List<String> fit(JobState state, PortfolioLayout layout) {
    StateFindings findings = new StateFindings();
    new FitCheck(state, layout, findings).run();
    return findings.lines();
  }

  private static int rampSteps(PodState memory, @Nullable PortfolioLayout layout, String pod) {
    return layout == null || memory.rampSteps != 0
        ? memory.rampSteps
        : layout.settings().pods().stream()
            .filter(settings -> settings.podId().equals(pod))
            .map(PodSettings::scoring)
            .mapToInt(scoring -> scoring.rampSteps())
            .findFirst()
            .orElse(memory.rampSteps);
  }
}
