package io.podflow.savepoints.table;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodSettings;
import io.podflow.savepoints.state.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A state, what its numbers stand for, and what only a configuration knows about it.
 *
 * @param layout of the configuration; null when none is known
 */
public record View(JobState state, Names names, @Nullable PortfolioLayout layout) {

  public static View of(JobState state, @Nullable PortfolioLayout layout) {
    return new View(state, Names.of(state), layout);
  }

  /** Settings of a pod by its id, or null. */
  @Nullable PodSettings settings(String pod) {
    PortfolioLayout known = layout;
    return known == null
        ? null
        : known.settings().pods().stream()
            .filter(settings -> settings.podId().equals(pod))
            .findFirst()
            .orElse(null);
  }
}
