package io.podflow.job.simulation.stage;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.AssetFunction;
import io.podflow.job.state.PodBar;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** {@link AssetFunction} without Flink around it, for the (pod, symbol) pairs of one task. */
final class StepAssets implements Stage<PodBar> {

  /** The function sets one for the end of the input, which a live job never sees. */
  private static final TimerService TIMERS =
      (TimerService)
          Proxy.newProxyInstance(
              StepAssets.class.getClassLoader(),
              new Class<?>[] {TimerService.class},
              (proxy, method, arguments) -> null);

  private final StateBytes<AssetMemory> bytes;
  private final Emission<AssetUpdate> out;
  private final AssetFunction function;
  private final KeyedProcessFunction<Integer, PodBar, AssetUpdate>.Context context;
  private final Map<Integer, AssetMemory> memories = new HashMap<>();
  private int key;
  private long now;

  /** The memory of the pair that is looked at. */
  private final class OfKey implements ValueState<AssetMemory> {

    @Override
    public @Nullable AssetMemory value() {
      return memories.get(key);
    }

    @Override
    public void update(AssetMemory memory) {
      memories.put(key, memory);
    }

    @Override
    public void clear() {
      memories.remove(key);
    }
  }

  StepAssets(
      RunScope scope,
      StateBytes<AssetMemory> bytes,
      Emission<AssetUpdate> out,
      Consumer<Event> late,
      Stages.Share share,
      List<Memory> kept) {
    this.bytes = bytes;
    this.out = out;
    this.function = new AssetFunction(scope);
    this.context = context(function, late);
    function.setRuntimeContext(Runtime.of(new OfKey()));
    function.open(Runtime.OPEN);
    for (Memory memory : kept) {
      if (memory instanceof Memory.Keyed keyed) {
        keyed.bytes().forEach((asset, each) -> restore(asset, each, share));
      }
    }
  }

  private KeyedProcessFunction<Integer, PodBar, AssetUpdate>.Context context(
      AssetFunction of, Consumer<Event> late) {
    return of.new Context() {
      @Override
      public Long timestamp() {
        return now;
      }

      @Override
      public TimerService timerService() {
        return TIMERS;
      }

      @Override
      public <X> void output(OutputTag<X> tag, X value) {
        late.accept((Event) value);
      }

      @Override
      public Integer getCurrentKey() {
        return key;
      }
    };
  }

  private void restore(int asset, byte[] each, Stages.Share share) {
    if (StepStages.isOf(share, asset)) {
      memories.put(asset, bytes.read(each));
    }
  }

  @Override
  public void take(PodBar input, long time) {
    key = input.asset();
    now = time;
    try {
      function.processElement(
          input,
          context,
          new Collector<>() {
            @Override
            public void collect(AssetUpdate update) {
              out.record(update, time);
            }

            @Override
            public void close() {}
          });
    } catch (Exception e) {
      throw new IllegalStateException("the function failed at " + input, e);
    }
  }

  @Override
  public void advance(long watermark) {
    out.watermark(watermark);
  }

  @Override
  public Memory memory() {
    Map<Integer, byte[]> all = new HashMap<>();
    memories.forEach((asset, memory) -> all.put(asset, bytes.write(memory)));
    return new Memory.Keyed(all);
  }

  @Override
  public void close() {}
}
