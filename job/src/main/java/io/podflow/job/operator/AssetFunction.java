package io.podflow.job.operator;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.AssetUpdates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Runs {@link AssetUpdates} for each (pod, symbol), the part of the job that scales out (J1). */
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
  private transient AssetUpdates updates;
  private transient LongCounter bars;
  private transient ValueState<AssetMemory> memory;

  /** The state of the pair that Flink works on. */
  private record Keyed(ValueState<AssetMemory> state, TimerService timers)
      implements AssetUpdates.State {

    @Override
    public @Nullable AssetMemory memory() {
      try {
        return state.value();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void remember(AssetMemory memory) {
      try {
        state.update(memory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void begin() {
      timers.registerEventTimeTimer(END);
    }
  }

  public AssetFunction(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void open(OpenContext context) {
    updates = new AssetUpdates(scope, getRuntimeContext().getUserCodeClassLoader());
    memory = getRuntimeContext().getState(StateTypes.asset());
    bars = new LongCounter();
    getRuntimeContext().addAccumulator(BARS, bars);
  }

  @Override
  public void processElement(PodBar input, Context context, Collector<AssetUpdate> out) {
    bars.add(1);
    updates.take(
        input,
        new Keyed(memory, context.timerService()),
        new AssetUpdates.Output() {
          @Override
          public void updated(AssetUpdate update) {
            out.collect(update);
          }

          @Override
          public void late(Event event) {
            context.output(LateInputs.TAG, event);
          }
        });
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<AssetUpdate> out)
      throws Exception {
    List<ModelRow> weights = updates.models(context.getCurrentKey(), memory.value());
    if (!weights.isEmpty()) {
      context.output(MODELS, RunRecord.of(new RunRecord.Model(weights)));
    }
  }
}
