package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code lifecycle} section, of the portfolio or of one pod (decision EV5). */
public record LifecycleSettings(
    @Setting(
            value = "Whether pods graduate, degrade and retire; off, they stay in initial_state",
            def = "true")
        boolean enabled)
    implements Serializable {

  /** Pods are judged and moved. */
  public static final LifecycleSettings ON = new LifecycleSettings(true);
}
