package io.podflow.savepoints.table;

import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.Roster;
import io.podflow.savepoints.state.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A state, what its numbers stand for, and what only a configuration knows about it.
 *
 * @param roster of the configuration; null when none is known
 */
public record View(JobState state, Names names, @Nullable Roster roster) {

  public static View of(JobState state, @Nullable Roster roster) {
    return new View(state, Names.of(state), roster);
  }

  /** Settings of a pod by its id, or null. */
  @Nullable PodSettings settings(String pod) {
    Roster known = roster;
    return known == null
        ? null
        : known.settings().pods().stream()
            .filter(settings -> settings.podId().equals(pod))
            .findFirst()
            .orElse(null);
  }
}
