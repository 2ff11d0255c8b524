package io.podflow.savepoints.frozen.domain.portfolio;

import io.podflow.savepoints.frozen.domain.journal.Cause;
import io.podflow.savepoints.frozen.domain.pod.Factors;
import io.podflow.savepoints.frozen.domain.pod.TargetFactors;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class PodShare {
  public TargetFactors standing;
  public Factors brought;
  public Cause cause;
  public double forcedFrom;
  public boolean adopted;
}
