package io.podflow.job.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Alignment} remembers of one key, wherever it is kept. Times are epoch milliseconds
 * UTC.
 *
 * @param <I> input
 * @param <S> what the step remembers
 */
public interface AlignedState<I, S> {

  /** The pod or portfolio. */
  int key();

  /** What the step remembers; null before it has run or has been told anything. */
  @Nullable S memory();

  /** Keeps what the step remembers; called after each change of it. */
  void remember(S memory);

  /** Inputs whose close has not come, in order of arrival. */
  List<I> waiting();

  /** Adds an input to those that wait. */
  void addWaiting(I input);

  /** These wait, and no others. */
  void setWaiting(List<I> inputs);

  /** The last close that the step was run for; null before the first. */
  @Nullable Long clock();

  /** The step has been run for a close. */
  void advanceClock(long closeTime);

  /**
   * Asks for {@link Alignment#wake} when event time has come to {@code time}, and for {@link
   * Alignment#END} when the input has ended. To ask twice for a time is to ask once.
   */
  void wakeAt(long time);
}
