package io.podflow.job.operator;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.engine.AssetSteps;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.StateTypes;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Runs {@link AssetStep} for each (pod, symbol), the part of the job that scales out (J1). */
public final class AssetFunction extends KeyedProcessFunction<Integer, PodBar, AssetUpdate> {

  private static final long serialVersionUID = 1L;

  /** Fires when the input has ended; never in a live job. */
  private static final long END = Long.MAX_VALUE;

  private final RunScope scope;
  private transient AssetStep[] steps;
  private transient Routes routes;
  private transient ValueState<AssetMemory> memory;

  public AssetFunction(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(OpenContext context) {
    steps = AssetSteps.of(scope.roster(), getRuntimeContext().getUserCodeClassLoader());
    routes = new Routes(scope.roster());
    memory = getRuntimeContext().getState(StateTypes.asset());
  }

  @Override
  public void processElement(PodBar input, Context context, Collector<AssetUpdate> out)
      throws Exception {
    AssetStep step = steps[input.pod()];
    AssetMemory state = memory.value();
    if (state == null) {
      state = step.initialState();
      context.timerService().registerEventTimeTimer(END);
    } else {
      step.adapt(state);
    }
    if (input.bar().closeTime() > state.lastClose) {
      out.collect(update(step, state, input));
      memory.update(state);
    } else {
      context.output(LateInputs.TAG, late(input));
    }
  }

  private AssetUpdate update(AssetStep step, AssetMemory state, PodBar input) {
    return scope.window().warmsUp(input.bar().closeTime())
        ? step.warmUp(state, input.pod(), input.position(), input.bar())
        : step.onBar(state, input.pod(), input.position(), input.bar());
  }

  /** The input has ended: what the models go by now is what they went by last. */
  @Override
  public void onTimer(long time, OnTimerContext context, Collector<AssetUpdate> out)
      throws Exception {
    Routes.Seat seat = routes.seat(context.getCurrentKey());
    if (seat == null) {
      return;
    }
    List<ModelRow> weights =
        LastModels.of(scope, steps[seat.pod()], memory.value(), seat.pod(), seat.position());
    if (!weights.isEmpty()) {
      context.output(LastModels.TAG, RunRecord.of(new RunRecord.Model(weights)));
    }
  }

  private Event late(PodBar input) {
    PodSettings pod = scope.roster().pod(input.pod());
    return Event.data(
        input.bar().closeTime(),
        pod.podId(),
        pod.symbols().get(input.position()),
        Severity.WARNING,
        "late or repeated bar ignored");
  }
}
