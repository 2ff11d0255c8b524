package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.jspecify.annotations.Nullable;

/**
 * What lies under one key of an alignment operator, whatever the types of its operator are.
 *
 * @param <I> input
 * @param <S> what the step remembers
 */
public record AlignedEntry<I, S>(
    int key, @Nullable S memory, List<I> waiting, @Nullable Long clock, long[] timers) {

  /** How an operator's entry becomes a piece of a savepoint's state. */
  public interface ToPiece<I, S, P> extends Serializable {
    P piece(AlignedEntry<I, S> entry) throws IOException;
  }

  /** The way back. */
  interface OfPiece<I, S> extends Serializable {
    AlignedEntry<I, S> entry(StatePiece piece);
  }

  /** Event time, epoch milliseconds UTC, ascending. */
  public static long[] timers(KeyedStateReaderFunction.Context context) throws Exception {
    return context.registeredEventTimeTimers().stream()
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }
}
