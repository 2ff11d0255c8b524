package io.podflow.simulation.stage;

import io.podflow.job.state.ConfigVersion;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** What a checkpoint keeps of one task: bytes, so that nothing is shared with what goes on. */
sealed interface Memory {

  /** Of a task that remembers nothing. */
  record None() implements Memory {}

  /** Of the one task of an operator. */
  record Whole(byte[] bytes) implements Memory {}

  /** Of the market gate. */
  record Gate(byte[] bytes, List<ConfigVersion> versions) implements Memory {}

  /** Of the keys that a task has. */
  record Keyed(Map<Integer, byte[]> bytes) implements Memory {}

  /** Of a real operator. */
  record Subtask(OperatorSubtaskState state) implements Memory {}
}
