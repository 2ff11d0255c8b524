package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
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
record AlignedEntry<I, S>(
    int key, @Nullable S memory, List<I> waiting, @Nullable Long clock, long[] timers) {

  /** How an operator's entry becomes a piece of the job's state. */
  interface ToPiece<I, S> extends Serializable {
    StatePiece piece(AlignedEntry<I, S> entry);
  }

  /** The way back. */
  interface OfPiece<I, S> extends Serializable {
    AlignedEntry<I, S> entry(StatePiece piece);
  }

  static long[] timers(KeyedStateReaderFunction.Context context) throws Exception {
    return context.registeredEventTimeTimers().stream()
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }
}
