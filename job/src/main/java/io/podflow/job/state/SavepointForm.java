package io.podflow.job.state;

import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Tells savepoints and checkpoints of before state had logical names from those of today. */
public final class SavepointForm {

  private SavepointForm() {}

  /**
   * Refuses an old one before a job is started on it. One that this process cannot reach is left to
   * the cluster, whose tasks cannot restore it.
   *
   * @param path of a savepoint or a retained checkpoint, as Flink is given it
   * @throws OldSavepointException if it is old
   */
  public static void refuseOld(String path) {
    ClassLoader loader = SavepointForm.class.getClassLoader();
    try {
      CompletedCheckpointStorageLocation location =
          AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(path);
      try (DataInputStream in =
          new DataInputStream(location.getMetadataHandle().openInputStream())) {
        String pointer = location.getExternalPointer();
        if (isOld(Checkpoints.loadCheckpointMetadata(in, loader, pointer))) {
          throw new OldSavepointException();
        }
      }
    } catch (IOException unreachable) {
      // The cluster may have a file system that this process does not.
    }
  }

  /**
   * Whether something lies under keys, and none of it under a logical name.
   *
   * @throws IOException if a file of the savepoint cannot be read
   */
  public static boolean isOld(CheckpointMetadata metadata) throws IOException {
    boolean hasKeys = false;
    for (OperatorState operator : metadata.getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
          StreamStateHandle header = header(handle);
          if (header != null) {
            hasKeys = true;
            if (isNamed(header)) {
              return false;
            }
          }
        }
      }
    }
    return hasKeys;
  }

  /** What begins with a description of all states. */
  private static @Nullable StreamStateHandle header(KeyedStateHandle handle) {
    if (handle instanceof KeyGroupsStateHandle groups) {
      return groups.getDelegateStateHandle();
    }
    return handle instanceof IncrementalRemoteKeyedStateHandle increment
        ? increment.getMetaDataStateHandle()
        : null;
  }

  /** A class of before that is gone by now is a sign of its own. */
  private static boolean isNamed(StreamStateHandle header) throws IOException {
    KeyedBackendSerializationProxy<Object> states =
        new KeyedBackendSerializationProxy<>(SavepointForm.class.getClassLoader());
    try (FSDataInputStream in = header.openInputStream()) {
      states.read(new DataInputViewStreamWrapper(in));
    } catch (IOException e) {
      if (ExceptionUtils.findThrowable(e, ClassNotFoundException.class).isPresent()) {
        return false;
      }
      throw e;
    }
    return states.getStateMetaInfoSnapshots().stream()
        .map(state -> state.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER))
        .anyMatch(StateSerializerSnapshot.class::isInstance);
  }
}
