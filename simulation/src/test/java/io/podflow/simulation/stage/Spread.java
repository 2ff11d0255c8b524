package io.podflow.simulation.stage;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Records to one of many tasks, watermarks to all.
 *
 * @param task which one a record is for
 * @param as what it comes in as
 */
record Spread<T, C>(List<Channel<C>> outs, ToIntFunction<T> task, Function<T, C> as)
    implements Emission<T> {

  @Override
  public void record(T value, long time) {
    outs.get(task.applyAsInt(value)).record(as.apply(value), time);
  }

  @Override
  public void watermark(long time) {
    outs.forEach(out -> out.watermark(time));
  }
}
