package io.podflow.savepoints.upgrade;

import io.podflow.job.state.AlignmentState;
import io.podflow.savepoints.flink.AlignedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An alignment operator of an old savepoint, and its entries as bytes. */
record OldAlignment(String uid, OldType input, OldType memory)
    implements AlignedEntry.ToPiece<Object, Object, byte[]> {

  AlignmentState<Object, Object> states() {
    return AlignmentState.of(input.information(), memory.information());
  }

  @Override
  public byte[] piece(AlignedEntry<Object, Object> entry) throws IOException {
    List<byte[]> waiting = new ArrayList<>();
    for (Object each : entry.waiting()) {
      waiting.add(Objects.requireNonNull(input.bytes(each)));
    }
    return new OldPiece(
            uid,
            entry.key(),
            memory.schema().text(),
            memory.bytes(entry.memory()),
            input.schema().text(),
            waiting,
            entry.clock(),
            entry.timers())
        .bytes();
  }
}
