package io.podflow.job.step;

/**
 * What comes out of an entrance. Times are epoch milliseconds UTC.
 *
 * @param <O> what comes out
 */
public interface EntranceOutput<O> {

  void emit(O value, long time);

  /** Event time: everything of up to {@code time} has been emitted. */
  void advance(long time);
}
