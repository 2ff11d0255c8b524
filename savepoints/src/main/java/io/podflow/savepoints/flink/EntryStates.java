package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.Set;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The states of one operator: how its entries are read from a savepoint, and written into one. */
interface EntryStates {

  /** Names of the states. */
  Set<String> names();

  /** The operator's entries in a savepoint. */
  DataStream<StatePiece> read(SavepointEntries from, String uid) throws IOException;

  /** How pieces become the operator's entries. */
  StateBootstrapTransformation<StatePiece> write(DataStream<StatePiece> pieces);
}
