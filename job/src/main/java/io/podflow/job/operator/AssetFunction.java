package io.podflow.job.operator;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.Bar;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.AssetSteps;
import io.podflow.job.step.LastModels;
import io.podflow.job.step.Routes;
import io.podflow.job.step.StepFailure;
import io.podflow.job.version.ScopeTimeline;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Runs {@link AssetStep} for each (pod, symbol), the part of the job that scales out (J1). */
public final class AssetFunction extends KeyedProcessFunction<Integer, PodBar, AssetUpdate> {

  private static final long serialVersionUID = 1L;

  /** What models gave weight to when the input ended. */
  public static final OutputTag<RunRecord> MODELS =
      new OutputTag<>("models", StateTypes.RUN_RECORD);

  /** Name of the accumulator of bars that strategies have seen, once for each pod. */
  public static final String BARS = "asset bars";

  /** Fires when the input has ended; never in a live job. */
  private static final long END = Long.MAX_VALUE;

  private final RunScope scope;
  private transient ScopeTimeline<Parts> timeline;
  private transient LongCounter bars;
  private transient ValueState<AssetMemory> memory;

  /** What is made of one version of the configuration. */
  private record Parts(AssetStep[] steps, Routes routes) {

    private static Parts of(Roster roster, ClassLoader strategies) {
      return new Parts(AssetSteps.of(roster, strategies), new Routes(roster));
    }
  }

  public AssetFunction(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(OpenContext context) {
    ClassLoader strategies = getRuntimeContext().getUserCodeClassLoader();
    timeline =
        new ScopeTimeline<>(scope, strategies, holding -> Parts.of(holding.roster(), strategies));
    memory = getRuntimeContext().getState(StateTypes.asset());
    bars = new LongCounter();
    getRuntimeContext().addAccumulator(BARS, bars);
  }

  @Override
  public void processElement(PodBar input, Context context, Collector<AssetUpdate> out)
      throws Exception {
    Bar bar = input.bar();
    bars.add(1);
    if (input.version() != null) {
      timeline.take(input.version());
    }
    if (bar == null) {
      return;
    }
    ScopeTimeline.Stretch<Parts> holding = holding(input, bar);
    AssetStep step = holding.parts().steps()[input.pod()];
    AssetMemory state = memory.value();
    if (state == null) {
      state = step.initialState();
      context.timerService().registerEventTimeTimer(END);
    } else {
      step.adapt(state);
    }
    if (bar.closeTime() > state.lastClose) {
      AssetUpdate update = update(holding.scope().roster(), step, state, input, bar);
      if (!input.ahead() || holding == timeline.withPod(input.pod(), bar.closeTime())) {
        out.collect(update);
      }
      memory.update(state);
    } else if (!input.ahead()) {
      context.output(LateInputs.TAG, late(holding.scope().roster(), input, bar));
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
      Roster roster, AssetStep step, AssetMemory state, PodBar input, Bar bar) {
    try {
      return update(step, state, input, bar);
    } catch (RuntimeException | Error e) {
      throw StepFailure.ofStrategy(roster, input.pod(), bar, e);
    }
  }

  private AssetUpdate update(AssetStep step, AssetMemory state, PodBar input, Bar bar) {
    return input.ahead() || scope.window().warmsUp(bar.closeTime())
        ? step.warmUp(state, input.pod(), input.position(), bar)
        : step.onBar(state, input.pod(), input.position(), bar);
  }

  /** The input has ended: what the models go by now is what they went by last. */
  @Override
  public void onTimer(long time, OnTimerContext context, Collector<AssetUpdate> out)
      throws Exception {
    ScopeTimeline.Stretch<Parts> last = timeline.last();
    Routes.@Nullable Seat seat = last.parts().routes().seat(context.getCurrentKey());
    if (seat == null) {
      return;
    }
    List<ModelRow> weights =
        LastModels.of(
            last.scope(),
            last.parts().steps()[seat.pod()],
            memory.value(),
            seat.pod(),
            seat.position());
    if (!weights.isEmpty()) {
      context.output(MODELS, RunRecord.of(new RunRecord.Model(weights)));
    }
  }

  private static Event late(Roster roster, PodBar input, Bar bar) {
    return Event.data(
        bar.closeTime(),
        roster.pod(input.pod()).podId(),
        roster.universe().symbol(Routes.symbolOf(input.asset())),
        Severity.WARNING,
        "late or repeated bar ignored");
  }
}
