package io.podflow.job.step;

import io.podflow.api.Bar;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.version.ScopeTimeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From bars to updates, for each (pod, symbol): which version's step takes a bar, which bars only
 * warm up, and that a bar which is late or comes again decides nothing.
 */
public final class AssetUpdates {

  private final RunScope scope;
  private final ScopeTimeline<Parts> timeline;

  /** What is made of one version of the configuration. */
  private record Parts(AssetStep[] steps, Routes routes) {

    private static Parts of(PortfolioLayout layout, ClassLoader strategies) {
      return new Parts(AssetSteps.of(layout, strategies), new Routes(layout));
    }
  }

  /** What is remembered of one (pod, symbol). */
  public interface State {

    /** Null before its first bar. */
    @Nullable AssetMemory memory();

    /** Keeps what the step remembers; called after each change of it. */
    void remember(AssetMemory memory);

    /** Its first bar has come: when the input has ended, it is asked for its models. */
    void begin();
  }

  /** What comes of bars. */
  public interface Output {

    void updated(AssetUpdate update);

    void late(Event event);
  }

  /**
   * @param strategies where strategies are looked up
   */
  public AssetUpdates(RunScope scope, ClassLoader strategies) {
    this.scope = scope;
    this.timeline =
        new ScopeTimeline<>(scope, strategies, held -> Parts.of(held.layout(), strategies));
  }

  /** Takes what comes for one (pod, symbol). */
  public void take(PodBar input, State state, Output out) {
    if (input.version() != null) {
      timeline.take(input.version());
    }
    if (input.bar() != null) {
      take(input, input.bar(), state, out);
    }
  }

  private void take(PodBar input, Bar bar, State state, Output out) {
    ScopeTimeline.Stretch<Parts> holding = holding(input, bar);
    AssetStep step = holding.parts().steps()[input.pod()];
    AssetMemory memory = state.memory();
    if (memory == null) {
      memory = step.initialState();
      state.begin();
    } else {
      step.adapt(memory);
    }
    if (bar.closeTime() > memory.lastClose) {
      AssetUpdate update = update(holding.scope().layout(), step, memory, input, bar);
      if (!input.ahead() || holding == timeline.withPod(input.pod(), bar.closeTime())) {
        out.updated(update);
      }
      state.remember(memory);
    } else if (!input.ahead()) {
      out.late(late(holding.scope().layout(), input, bar));
    }
  }

  /**
   * What holds for the pair. One that is not traded yet goes by the version that brings it; its pod
   * hears of that only when it is not there yet itself, as else the close is decided without it.
   */
  private ScopeTimeline.Stretch<Parts> holding(PodBar input, Bar bar) {
    if (input.ahead()) {
      int symbol = Routes.symbolOf(input.asset());
      for (ScopeTimeline.Stretch<Parts> stretch : timeline.from(bar.closeTime())) {
        if (stretch.trades(input.pod(), symbol)) {
          return stretch;
        }
      }
    }
    return timeline.at(bar.closeTime());
  }

  private AssetUpdate update(
      PortfolioLayout layout, AssetStep step, AssetMemory memory, PodBar input, Bar bar) {
    try {
      return input.ahead() || scope.window().warmsUp(bar.closeTime())
          ? step.warmUp(memory, input.pod(), input.position(), bar)
          : step.onBar(memory, input.pod(), input.position(), bar);
    } catch (RuntimeException | Error e) {
      throw StepFailure.ofStrategy(layout, input.pod(), bar, e);
    }
  }

  /**
   * What the model of a pair gives weight to when the input has ended, which is what it went by
   * last.
   *
   * @return nothing for a strategy without a model, and for a pair that nobody trades any more
   */
  public List<ModelRow> models(int asset, AssetMemory memory) {
    ScopeTimeline.Stretch<Parts> last = timeline.last();
    Routes.@Nullable Seat seat = last.parts().routes().seat(asset);
    return seat == null
        ? List.of()
        : LastModels.of(
            last.scope(), last.parts().steps()[seat.pod()], memory, seat.pod(), seat.position());
  }

  private static Event late(PortfolioLayout layout, PodBar input, Bar bar) {
    return Event.data(
        bar.closeTime(),
        layout.pod(input.pod()).podId(),
        layout.universe().symbol(Routes.symbolOf(input.asset())),
        Severity.WARNING,
        "late or repeated bar ignored");
  }
}
