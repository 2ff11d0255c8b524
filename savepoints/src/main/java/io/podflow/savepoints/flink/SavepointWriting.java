package io.podflow.savepoints.flink;

import io.podflow.job.cleanup.Scratch;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.StatePiece;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Writes canonical savepoints, in a cluster inside this process. */
public final class SavepointWriting {

  /** The number that a savepoint of ours has; a job that starts from it counts on from there. */
  static final long CHECKPOINT_ID = 1;

  private static final StatePiece NOTHING = new StatePiece(null, null, null, null, null, null);

  private SavepointWriting() {}

  /**
   * Writes a savepoint that holds this state and nothing else: sources begin anew.
   *
   * @param folder that does not exist yet
   */
  public static void create(JobState state, Path folder) throws Exception {
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forWriting(scratch.folder());
      SavepointWriter writer =
          SavepointWriter.newSavepoint(
              env, SavepointEntries.BACKEND, CHECKPOINT_ID, FlinkOptions.MAX_PARALLELISM);
      for (StateOperator operator : StateOperator.values()) {
        List<StatePiece> pieces = operator.piecesOf(state);
        if (!pieces.isEmpty()) {
          writer.withOperator(
              OperatorIdentifier.forUid(operator.uid()), operator.write(entries(env, pieces)));
        }
      }
      writer.write(folder.toAbsolutePath().toUri().toString());
      env.execute("write savepoint");
    }
  }

  /** What becomes of an entry of a savepoint in the next one. */
  public interface Edit extends Serializable {

    /** The entry as it shall be, or null when it shall be gone. */
    @Nullable StatePiece apply(StatePiece piece);
  }

  /**
   * Writes a savepoint that differs from another one in its entries; everything else is copied.
   *
   * @param operators those whose entries are edited
   * @param folder that does not exist yet
   * @throws SavepointRefusedException if one of them has state that this version does not know
   */
  public static void rewrite(
      SavepointFolder original, Set<StateOperator> operators, Edit edit, Path folder)
      throws Exception {
    for (StateOperator operator : operators) {
      original.requireKnownStates(operator.uid(), operator.states());
    }
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forWriting(scratch.folder());
      SavepointEntries entries = new SavepointEntries(original, env);
      SavepointWriter writer =
          SavepointWriter.fromExistingSavepoint(env, original.path(), SavepointEntries.BACKEND);
      for (StateOperator operator : present(operators, original)) {
        DataStream<StatePiece> edited =
            operator.read(entries).flatMap(new Edited(edit)).returns(SavepointEntries.PIECE);
        exchange(writer, operator, edited);
      }
      writer.write(folder.toAbsolutePath().toUri().toString());
      env.execute("rewrite savepoint");
    }
  }

  /**
   * Writes a savepoint in which the operators with entries of their own have these; everything else
   * is copied.
   *
   * @param pieces by uid; an operator of the original that has none ends with none
   * @param folder that does not exist yet
   */
  public static void replace(
      SavepointFolder original, Map<String, List<StatePiece>> pieces, Path folder)
      throws Exception {
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forWriting(scratch.folder());
      SavepointWriter writer =
          SavepointWriter.fromExistingSavepoint(env, original.path(), SavepointEntries.BACKEND);
      for (StateOperator operator : present(List.of(StateOperator.values()), original)) {
        exchange(writer, operator, entries(env, pieces.getOrDefault(operator.uid(), List.of())));
      }
      writer.write(folder.toAbsolutePath().toUri().toString());
      env.execute("replace entries of savepoint");
    }
  }

  /** Flink takes no empty collection for a source. */
  private static DataStream<StatePiece> entries(
      StreamExecutionEnvironment env, List<StatePiece> pieces) {
    return pieces.isEmpty()
        ? env.fromData(List.of(NOTHING), SavepointEntries.PIECE).filter(piece -> false)
        : env.fromData(pieces, SavepointEntries.PIECE).setParallelism(1);
  }

  private record Edited(Edit edit) implements FlatMapFunction<StatePiece, StatePiece> {

    @Override
    public void flatMap(StatePiece piece, Collector<StatePiece> out) {
      StatePiece edited = edit.apply(piece);
      if (edited != null) {
        out.collect(edited);
      }
    }
  }

  private static List<StateOperator> present(
      Collection<StateOperator> operators, SavepointFolder savepoint) {
    return operators.stream().filter(operator -> savepoint.has(operator.uid())).toList();
  }

  private static void exchange(
      SavepointWriter writer, StateOperator operator, DataStream<StatePiece> entries) {
    OperatorIdentifier id = OperatorIdentifier.forUid(operator.uid());
    writer.removeOperator(id).withOperator(id, operator.write(entries));
  }
}
