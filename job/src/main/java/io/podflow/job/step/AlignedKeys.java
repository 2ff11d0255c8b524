package io.podflow.job.step;

import io.podflow.job.state.KeyNotice;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys in memory, and their event time: what Flink's keyed state and timers are to the operator.
 *
 * @param <I> input
 * @param <S> what the step remembers of a key
 * @param <O> what the step decides
 */
public final class AlignedKeys<I, S, O> {

  private final Alignment<I, S, O> alignment;
  private final Map<Integer, AlignedKey<I, S>> keys = new TreeMap<>();

  public AlignedKeys(Alignment<I, S, O> alignment) {
    this.alignment = alignment;
  }

  public void take(int key, I input) {
    alignment.take(of(key), input);
  }

  public void tell(KeyNotice notice) {
    alignment.tell(of(notice.key()), notice);
  }

  private AlignedKey<I, S> of(int key) {
    return keys.computeIfAbsent(key, AlignedKey::new);
  }

  /** In the order of their numbers. */
  public Collection<AlignedKey<I, S>> all() {
    return keys.values();
  }

  /** Goes on with a key that was kept. */
  public void restore(AlignedKey<I, S> kept) {
    keys.put(kept.key(), kept);
  }

  /** The next time that any key waits for; null when none waits, which is after the end. */
  public @Nullable Long next() {
    Long next = null;
    for (AlignedKey<I, S> key : keys.values()) {
      if (!key.wakes().isEmpty() && (next == null || key.wakes().first() < next)) {
        next = key.wakes().first();
      }
    }
    return next;
  }

  /** Event time has come to {@code time}, the {@link #next} one or an earlier one. */
  public void wake(long time) {
    for (AlignedKey<I, S> key : keys.values()) {
      if (key.wakes().remove(time)) {
        alignment.wake(key, time);
      }
    }
  }

  /** Event time has come to {@code time}: all that was waited for up to it happens in its order. */
  public void advance(long time) {
    for (Long next = next(); next != null && next <= time; next = next()) {
      wake(next);
    }
  }
}
