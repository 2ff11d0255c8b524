package io.podflow.job.operator;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.pod.PodStep;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.engine.RunScope;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out a pod's updates by position and runs {@link PodStep} (requirement B12). */
public final class PodSetStep implements SetStep<AssetUpdate, PodState, PodDecision> {

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private transient PodStep[] steps;

  public PodSetStep(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open() {
    steps =
        IntStream.range(0, scope.roster().podCount())
            .mapToObj(pod -> new PodStep(scope.roster(), pod))
            .toArray(PodStep[]::new);
  }

  @Override
  public long closeTime(AssetUpdate update) {
    return update.closeTime();
  }

  @Override
  public long nextClose(int pod, long time) {
    return scope.nextPodClose(pod, time);
  }

  @Override
  public PodState initialState(int pod) {
    return steps[pod].initialState();
  }

  @Override
  public @Nullable PodDecision onClose(
      int pod, PodState state, long closeTime, List<AssetUpdate> inputs) {
    if (scope.roster().hasDeparted(pod)) {
      return null;
    }
    @Nullable AssetUpdate[] updates =
        new @Nullable AssetUpdate[scope.roster().pod(pod).symbols().size()];
    for (AssetUpdate update : inputs) {
      updates[update.position()] = update;
    }
    if (scope.window().warmsUp(closeTime)) {
      steps[pod].warmUp(state, updates);
      return null;
    }
    return steps[pod].onClose(state, closeTime, updates);
  }

  @Override
  public @Nullable PodDecision onEnd(int pod, PodState state) {
    return null;
  }

  @Override
  public Event onLate(int pod, AssetUpdate update) {
    PodSettings settings = scope.roster().pod(pod);
    return Event.data(
        update.closeTime(),
        settings.podId(),
        settings.symbols().get(update.position()),
        Severity.WARNING,
        "late: the pod had already decided this close");
  }
}
