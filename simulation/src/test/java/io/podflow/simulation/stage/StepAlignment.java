package io.podflow.simulation.stage;

import io.podflow.domain.journal.Event;
import io.podflow.job.step.AlignedKey;
import io.podflow.job.step.AlignedKeys;
import io.podflow.job.step.AlignedOutput;
import io.podflow.job.step.Alignment;
import io.podflow.job.step.SetStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** {@link Alignment} in memory, for the keys of one task. */
final class StepAlignment<I, S, O> implements Stage<Told<I>> {

  private final KeyBytes<I, S> bytes;
  private final ToIntFunction<I> key;
  private final Emission<O> out;
  private final AlignedKeys<I, S, O> keys;

  StepAlignment(
      SetStep<I, S, O> step,
      KeyBytes<I, S> bytes,
      ToIntFunction<I> key,
      Emission<O> out,
      Consumer<Event> late,
      Stages.Share share,
      List<Memory> kept) {
    this.bytes = bytes;
    this.key = key;
    this.out = out;
    this.keys = new AlignedKeys<>(new Alignment<>(step, output(out, late)));
    for (Memory memory : kept) {
      if (memory instanceof Memory.Keyed keyed) {
        keyed.bytes().forEach((each, written) -> restore(each, written, share));
      }
    }
  }

  private static <O> AlignedOutput<O> output(Emission<O> out, Consumer<Event> late) {
    return new AlignedOutput<>() {
      @Override
      public void decided(O decision, long closeTime) {
        out.record(decision, closeTime);
      }

      @Override
      public void late(Event event, long inputTime) {
        late.accept(event);
      }
    };
  }

  private void restore(int each, byte[] written, Stages.Share share) {
    if (StepStages.isOf(share, each)) {
      keys.restore(bytes.read(each, written));
    }
  }

  @Override
  public void take(Told<I> told, long time) {
    I input = told.input();
    if (input != null) {
      keys.take(key.applyAsInt(input), input);
    } else if (told.notice() != null) {
      keys.tell(told.notice());
    }
  }

  /** All keys wake in the order of the times that they wait for, as by Flink's timers. */
  @Override
  public void advance(long watermark) {
    keys.advance(watermark);
    out.watermark(watermark);
  }

  @Override
  public Memory memory() {
    Map<Integer, byte[]> all = new HashMap<>();
    for (AlignedKey<I, S> each : keys.all()) {
      all.put(each.key(), bytes.write(each));
    }
    return new Memory.Keyed(all);
  }

  @Override
  public void close() {}
}
