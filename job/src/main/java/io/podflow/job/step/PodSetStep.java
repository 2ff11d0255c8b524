package io.podflow.job.step;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.pod.PodStep;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.ScopeTimeline;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out a pod's updates by position and runs {@link PodStep} (requirement B12). */
public final class PodSetStep implements SetStep<AssetUpdate, PodState, PodDecision> {

  /** Name of the accumulator of closes that pods have decided. */
  public static final String COUNTER = "pod closes";

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private transient ScopeTimeline<PodStep[]> timeline;

  public PodSetStep(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(ClassLoader strategies) {
    timeline = new ScopeTimeline<>(scope, strategies, PodSetStep::steps);
  }

  private static PodStep[] steps(RunScope holding) {
    PortfolioLayout layout = holding.layout();
    return IntStream.range(0, layout.podCount())
        .mapToObj(
            pod -> new PodStep(layout, pod, holding.funding()::paid, holding.journal().decisions()))
        .toArray(PodStep[]::new);
  }

  @Override
  public void onVersion(ConfigVersion version) {
    timeline.take(version);
  }

  @Override
  public long closeTime(AssetUpdate update) {
    return update.closeTime();
  }

  /**
   * What is for a pod to come waits for the version that brings it, be its close known or not: its
   * history belongs to closes that are over for everybody else.
   */
  @Override
  public long dueAt(int pod, AssetUpdate update) {
    long close = update.closeTime();
    if (timeline.at(close).has(pod)) {
      return close;
    }
    ScopeTimeline.Stretch<PodStep[]> brings = timeline.withPod(pod, close);
    return brings == null ? NEVER : brings.effective();
  }

  @Override
  public long nextClose(int pod, long time) {
    return timeline.nextPodClose(pod, time);
  }

  @Override
  public boolean isDue(int pod, long time, List<AssetUpdate> inputs) {
    ScopeTimeline.Stretch<PodStep[]> holding = timeline.withPod(pod, time);
    return holding != null && holding.scope().layout().pod(pod).timeframe().closesAt(time);
  }

  @Override
  public PodState initialState(int pod) {
    ScopeTimeline.Stretch<PodStep[]> first = timeline.withPod(pod, ConfigVersion.FIRST);
    return Objects.requireNonNull(first, "a pod of no version").parts()[pod].initialState();
  }

  @Override
  public void onRate(int pod, PodState state, FundingRate rate) {
    PodStep.take(state, rate);
  }

  /** What came for a pod before the version that brings it. */
  @Override
  public boolean catchesUp() {
    return true;
  }

  @Override
  public void onPast(int pod, PodState state, long closeTime, List<AssetUpdate> inputs) {
    ScopeTimeline.Stretch<PodStep[]> holding = timeline.withPod(pod, closeTime);
    if (holding != null) {
      holding.parts()[pod].warmUp(state, byPosition(inputs, symbols(holding, pod)));
    }
  }

  @Override
  public @Nullable PodDecision onClose(
      int pod, PodState state, long closeTime, List<AssetUpdate> inputs) {
    ScopeTimeline.Stretch<PodStep[]> holding = timeline.withPod(pod, closeTime);
    if (holding == null) {
      return null;
    }
    PodStep step = holding.parts()[pod];
    @Nullable AssetUpdate[] updates = byPosition(inputs, symbols(holding, pod));
    if (scope.window().warmsUp(closeTime) || !timeline.at(closeTime).has(pod)) {
      step.warmUp(state, updates);
      return null;
    }
    return step.onClose(state, closeTime, updates);
  }

  @Override
  public String nameOf(int pod) {
    return "pod " + timeline.last().scope().layout().pod(pod).podId();
  }

  @Override
  public String counter() {
    return COUNTER;
  }

  private static int symbols(ScopeTimeline.Stretch<PodStep[]> holding, int pod) {
    return holding.scope().layout().pod(pod).symbols().size();
  }

  private static @Nullable AssetUpdate[] byPosition(List<AssetUpdate> inputs, int symbols) {
    @Nullable AssetUpdate[] updates = new @Nullable AssetUpdate[symbols];
    for (AssetUpdate update : inputs) {
      updates[update.position()] = update;
    }
    return updates;
  }

  @Override
  public @Nullable PodDecision onEnd(int pod, PodState state) {
    return null;
  }

  @Override
  public Event onLate(int pod, AssetUpdate update) {
    PortfolioLayout layout = timeline.last().scope().layout();
    PodSettings settings = layout.pod(pod);
    return Event.data(
        update.closeTime(),
        settings.podId(),
        update.position() < settings.symbols().size()
            ? settings.symbols().get(update.position())
            : "",
        Severity.WARNING,
        "late: the pod had already decided this close");
  }
}
