package io.podflow.job.step;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.ConfigVersion;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Alignment} does with everything that belongs to one bar close: the thin layer between
 * it and a pure step of the domain. Keys are small integers (a pod, the portfolio).
 *
 * @param <I> what comes in, each with the close it belongs to
 * @param <S> state of one key
 * @param <O> what goes out, at most once per close
 */
public interface SetStep<I, S, O> extends Serializable {

  /**
   * Called once on the machine that runs it, before anything else.
   *
   * @param strategies where strategies are looked up
   */
  void open(ClassLoader strategies);

  /** A version of the configuration is known now; it may hold from a later close on. */
  default void onVersion(ConfigVersion version) {}

  /** A rate of funding is known, which is due at a close to come. */
  default void onRate(int key, S state, FundingRate rate) {}

  /** Offers figures of the running job to whoever watches it; called once, after {@link #open}. */
  default void register(Gauges gauges) {}

  /**
   * The close an input belongs to, epoch milliseconds UTC; or the time from which on it counts,
   * when it is handed over with the first close that is not earlier.
   */
  long closeTime(I input);

  /** A time that does not come: something else will make the step run. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When the step has to run because of an input; not before its {@link #closeTime}. {@link #NEVER}
   * while that is not known; it is asked again when a version of the configuration comes.
   */
  default long dueAt(int key, I input) {
    return closeTime(input);
  }

  /**
   * Whether there is something to do at a time for which a timer was set. There is not when the
   * clock has changed since.
   */
  boolean isDue(int key, long time, List<I> inputs);

  /** The next close of this key's clock after {@code time}; {@link Long#MAX_VALUE} when over. */
  long nextClose(int key, long time);

  S initialState(int key);

  /** What a person calls the key, as {@code pod a}. */
  String nameOf(int key);

  /** Of the count of closes that are handled, which tells how far a run is. */
  default String counter() {
    return "closes";
  }

  /**
   * Whether inputs of closes before the one that is handled are gone through close by close first,
   * in {@link #onPast}; else they are handed over together with those of the close.
   */
  default boolean catchesUp() {
    return false;
  }

  /**
   * Goes through one of the closes before the one that is handled.
   *
   * @param closeTime the one that is handled
   * @param inputs of the close before it; may be empty
   */
  default void onPast(int key, S state, long closeTime, List<I> inputs) {}

  /**
   * Handles one close, or a time between closes at which an input was due.
   *
   * @param inputs by close; those of one close are in order of arrival, which carries no meaning;
   *     may be empty
   */
  @Nullable O onClose(int key, S state, long closeTime, List<I> inputs);

  /** Handles the end of the input; never called in a live job. */
  @Nullable O onEnd(int key, S state);

  /** What to write down about an input that came after its close was handled. */
  Event onLate(int key, I input);
}
