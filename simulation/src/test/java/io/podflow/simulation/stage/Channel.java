package io.podflow.simulation.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is on its way from one task to another, in order. */
final class Channel<T> implements Emission<T> {

  /** A record, or a watermark when there is no value. */
  private record Flowing<T>(@Nullable T value, long time) {}

  private final Deque<Flowing<T>> flowing = new ArrayDeque<>();
  private long watermark = Long.MIN_VALUE;

  @Override
  public void record(T value, long time) {
    flowing.add(new Flowing<>(value, time));
  }

  @Override
  public void watermark(long time) {
    flowing.add(new Flowing<>(null, time));
  }

  boolean isEmpty() {
    return flowing.isEmpty();
  }

  /** The last watermark that has been taken out. */
  long passed() {
    return watermark;
  }

  /**
   * Takes out the next thing.
   *
   * @return whether it was a watermark; a record has been given to {@code stage}
   */
  boolean moveInto(Stage<T> stage) {
    Flowing<T> next = flowing.remove();
    T value = next.value();
    if (value != null) {
      stage.take(value, next.time());
      return false;
    }
    watermark = Math.max(watermark, next.time());
    return true;
  }
}
