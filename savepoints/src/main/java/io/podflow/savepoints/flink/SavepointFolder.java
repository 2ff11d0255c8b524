package io.podflow.savepoints.flink;

import io.podflow.job.state.OldSavepointException;
import io.podflow.job.state.SavepointForm;
import io.podflow.job.state.Uids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.FullyFinishedOperatorState;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.runtime.SavepointLoader;
import org.jspecify.annotations.Nullable;

/** A canonical savepoint of podflow on this machine, by what its metadata says. */
public final class SavepointFolder {

  private static final List<String> KEYED = List.of(Uids.ASSETS, Uids.PODS, Uids.PORTFOLIO);

  private final String path;
  private final CheckpointMetadata metadata;

  private SavepointFolder(String path, CheckpointMetadata metadata) {
    this.path = path;
    this.metadata = metadata;
  }

  /**
   * Looks at a savepoint.
   *
   * @param location its folder, as a path or a {@code file:} URI
   * @throws SavepointRefusedException if it is none, is not podflow's, is not canonical, or is of
   *     before state had logical names
   */
  public static SavepointFolder open(String location)
      throws IOException, SavepointRefusedException {
    SavepointFolder folder = openAny(location);
    if (folder.isOld()) {
      throw new SavepointRefusedException(folder.path + ": " + OldSavepointException.SENTENCE);
    }
    return folder;
  }

  /**
   * Looks at a savepoint that may be of before state had logical names.
   *
   * @param location its folder, as a path or a {@code file:} URI
   * @throws SavepointRefusedException if it is none, is not podflow's, or is not canonical
   */
  public static SavepointFolder openAny(String location)
      throws IOException, SavepointRefusedException {
    String path = location.replaceFirst("^file:(//)?(?=/)", "");
    if (!Files.isRegularFile(Path.of(path).resolve("_metadata"))) {
      throw new SavepointRefusedException(
          path + " is no savepoint: it has no file _metadata (expected: the folder of one)");
    }
    SavepointFolder folder = new SavepointFolder(path, SavepointLoader.loadSavepointMetadata(path));
    folder.requirePodflow();
    folder.requireCanonical();
    return folder;
  }

  private void requirePodflow() throws SavepointRefusedException {
    if (KEYED.stream().noneMatch(this::has)) {
      throw new SavepointRefusedException(
          path + " is not of a podflow job: it has none of the operators " + KEYED);
    }
    for (OperatorState operator : metadata.getOperatorStates()) {
      if (operator instanceof FullyFinishedOperatorState) {
        throw new SavepointRefusedException(
            path
                + ": a part of the job had ended, and its state cannot be worked with"
                + " (expected: a savepoint of a job whose input goes on)");
      }
    }
  }

  private void requireCanonical() throws SavepointRefusedException {
    for (OperatorState operator : metadata.getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
          if (!(handle instanceof KeyGroupsSavepointStateHandle)) {
            throw new SavepointRefusedException(notCanonical());
          }
        }
      }
    }
  }

  private String notCanonical() {
    return path
        + " is a checkpoint or a native savepoint (expected: one in the canonical format).\n"
        + "Make one: resume a job from it and stop that with\n"
        + "  curl -X POST http://HOST:PORT/jobs/JOB/stop -H 'Content-Type: application/json' "
        + "-d '{\"drain\": false, \"formatType\": \"CANONICAL\"}'";
  }

  /**
   * Whether the savepoint is of before state had logical names, so that Flink's own serializers
   * wrote what lies under its keys.
   */
  public boolean isOld() throws IOException {
    return SavepointForm.isOld(metadata);
  }

  /** The folder, as Flink wants it. */
  public String path() {
    return path;
  }

  /** Number of the checkpoint that the savepoint is. */
  public long checkpointId() {
    return metadata.getCheckpointId();
  }

  /** Whether the operator has state of any kind in it. */
  public boolean has(String uid) {
    return find(uid) != null;
  }

  /** Names of the lists that the operator has beside its keys. */
  public Set<String> lists(String uid) {
    Set<String> names = new TreeSet<>();
    OperatorState operator = find(uid);
    if (operator != null) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
          names.addAll(handle.getStateNameToPartitionOffsets().keySet());
        }
      }
    }
    return names;
  }

  /** Parallel tasks that wrote the operator's state. */
  public int parallelism(String uid) {
    return required(uid).getParallelism();
  }

  /** Bytes of all state. */
  public long size() {
    return metadata.getOperatorStates().stream().mapToLong(OperatorState::getStateSize).sum();
  }

  /** Operators by uid where they are podflow's, by id otherwise. */
  public Collection<OperatorState> operators() {
    return metadata.getOperatorStates();
  }

  /**
   * Refuses state of a name that this version does not know: rewritten without it, the operator
   * would have lost it.
   */
  public void requireKnownStates(String uid, Set<String> known)
      throws IOException, SavepointRefusedException {
    Set<String> unknown = new TreeSet<>(states(uid));
    unknown.removeIf(name -> name.startsWith("_timer_state/"));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new SavepointRefusedException(
          path
              + ": the operator "
              + uid
              + " has state named "
              + String.join(", ", unknown)
              + ", which this version does not know (expected: a savepoint of this or an older"
              + " version)");
    }
  }

  /** Names of the operator's states. */
  public Set<String> states(String uid) throws IOException {
    Set<String> names = lists(uid);
    if (KEYED.contains(uid) && has(uid)) {
      OperatorIdentifier operator = OperatorIdentifier.forUid(uid);
      names.addAll(SavepointLoader.loadOperatorStateMetadata(path, operator).keySet());
    }
    return names;
  }

  /** What the savepoint has of an operator. */
  public OperatorState required(String uid) {
    OperatorState state = find(uid);
    if (state == null) {
      throw new IllegalStateException(path + " has no operator " + uid);
    }
    return state;
  }

  private @Nullable OperatorState find(String uid) {
    OperatorID id = OperatorIdentifier.forUid(uid).getOperatorId();
    for (OperatorState operator : metadata.getOperatorStates()) {
      if (operator.getOperatorID().equals(id) && operator.hasSubtaskStates()) {
        return operator;
      }
    }
    return null;
  }
}
