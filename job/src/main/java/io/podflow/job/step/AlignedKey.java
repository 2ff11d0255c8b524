package io.podflow.job.step;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of one key as plain objects.
 *
 * @param <I> input
 * @param <S> what the step remembers
 */
public final class AlignedKey<I, S> implements AlignedState<I, S> {

  private final int key;
  private final NavigableSet<Long> wakes = new TreeSet<>();
  private List<I> waiting = new ArrayList<>();
  private @Nullable S memory;
  private @Nullable Long clock;

  public AlignedKey(int key) {
    this.key = key;
  }

  /** The times that have been asked for and have not come, first to last. */
  public NavigableSet<Long> wakes() {
    return wakes;
  }

  @Override
  public int key() {
    return key;
  }

  @Override
  public @Nullable S memory() {
    return memory;
  }

  @Override
  public void remember(S changed) {
    memory = changed;
  }

  @Override
  public List<I> waiting() {
    return waiting;
  }

  @Override
  public void addWaiting(I input) {
    waiting.add(input);
  }

  @Override
  public void setWaiting(List<I> inputs) {
    waiting = new ArrayList<>(inputs);
  }

  @Override
  public @Nullable Long clock() {
    return clock;
  }

  @Override
  public void advanceClock(long closeTime) {
    clock = closeTime;
  }

  @Override
  public void wakeAt(long time) {
    wakes.add(time);
  }
}
