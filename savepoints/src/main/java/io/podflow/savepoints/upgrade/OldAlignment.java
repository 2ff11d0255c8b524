package io.podflow.savepoints.upgrade;

import io.podflow.job.state.AlignmentState;
import io.podflow.savepoints.flink.AlignedEntry;
import java.io.IOException;
import java.util.Objects;

/** An alignment operator of an old savepoint, and its entries as bytes. */
record OldAlignment(String uid, OldType input, OldType memory)
    implements AlignedEntry.ToPiece<Object, Object, byte[]> {

  AlignmentState<Object, Object> states() {
    return AlignmentState.of(input.information(), memory.information());
  }

  @Override
  public byte[] piece(AlignedEntry<Object, Object> entry) throws IOException {
    Long clock = entry.clock();
    byte[][] waiting = new byte[entry.waiting().size()][];
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = Objects.requireNonNull(input.bytes(entry.waiting().get(i)));
    }
    return new OldPiece(
            uid,
            entry.key(),
            memory.schema().text(),
            memory.bytes(entry.memory()),
            input.schema().text(),
            waiting,
            clock != null,
            clock == null ? 0 : clock,
            entry.timers())
        .bytes();
  }
}
