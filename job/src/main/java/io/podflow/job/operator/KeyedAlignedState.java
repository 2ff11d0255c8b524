package io.podflow.job.operator;

import io.podflow.job.state.AlignmentState;
import io.podflow.job.step.AlignedState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** What alignment remembers, in the keyed state and the timers of the key that Flink works on. */
final class KeyedAlignedState<I, S> implements AlignedState<I, S> {

  private final IntSupplier key;
  private final ValueState<S> memory;
  private final ListState<I> waiting;
  private final ValueState<Long> clock;
  private final InternalTimerService<VoidNamespace> timers;

  /** Where states are found by their names. */
  interface States {

    <T extends State> T get(StateDescriptor<T, ?> descriptor) throws Exception;
  }

  /** An access to state, which may fail. */
  private interface Access<T> {

    @Nullable T run() throws Exception;
  }

  KeyedAlignedState(
      AlignmentState<I, S> types,
      States states,
      IntSupplier key,
      InternalTimerService<VoidNamespace> timers)
      throws Exception {
    this.key = key;
    this.memory = states.get(types.memory());
    this.waiting = states.get(types.waiting());
    this.clock = states.get(types.clock());
    this.timers = timers;
  }

  @Override
  public int key() {
    return key.getAsInt();
  }

  @Override
  public @Nullable S memory() {
    return access(memory::value);
  }

  @Override
  public void remember(S changed) {
    set(() -> memory.update(changed));
  }

  @Override
  public List<I> waiting() {
    Iterable<I> inputs = access(waiting::get);
    List<I> all = new ArrayList<>();
    if (inputs != null) {
      inputs.forEach(all::add);
    }
    return all;
  }

  @Override
  public void addWaiting(I input) {
    set(() -> waiting.add(input));
  }

  @Override
  public void setWaiting(List<I> inputs) {
    if (inputs.isEmpty()) {
      waiting.clear();
    } else {
      set(() -> waiting.update(inputs));
    }
  }

  @Override
  public @Nullable Long clock() {
    return access(clock::value);
  }

  @Override
  public void advanceClock(long closeTime) {
    set(() -> clock.update(closeTime));
  }

  @Override
  public void wakeAt(long time) {
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
  }

  private static void set(ThrowingRunnable<Exception> change) {
    access(
        () -> {
          change.run();
          return null;
        });
  }

  private static <T> @Nullable T access(Access<T> access) {
    try {
      return access.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the state of a key cannot be used", e);
    }
  }
}
