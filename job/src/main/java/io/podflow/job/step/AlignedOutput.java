package io.podflow.job.step;

import io.podflow.domain.journal.Event;

/**
 * Where {@link Alignment} puts what comes of the inputs. Times are epoch milliseconds UTC.
 *
 * @param <O> what a step decides
 */
public interface AlignedOutput<O> {

  /** What a step has decided at a close, or after the last one. */
  void decided(O decision, long closeTime);

  /** What there is to say about an input that came too late. */
  void late(Event event, long inputTime);

  /** A step was run for a close, whether it has decided anything or not. */
  default void ran() {}
}
