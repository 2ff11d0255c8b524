package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A savepoint that a job of the State Processor API reads.
 *
 * @param env the job's
 */
record SavepointEntries(SavepointFolder folder, StreamExecutionEnvironment env) {

  static final TypeInformation<StatePiece> PIECE = TypeInformation.of(StatePiece.class);

  static final StateBackend BACKEND = new HashMapStateBackend();
}
