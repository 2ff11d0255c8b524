package io.podflow.savepoints.flink;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.state.AlignmentState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.StatePiece;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Writes canonical savepoints, in a cluster inside this process. */
public final class SavepointWriting {

  /** The number that a savepoint of ours has; a job that starts from it counts on from there. */
  static final long CHECKPOINT_ID = 1;

  private static final StateBackend BACKEND = new HashMapStateBackend();

  private static final GateBootstrap.Part<BarCloseGateState> MARKET =
      new GateBootstrap.Part<>(StateTypes.marketGate(), StatePiece::market);
  private static final GateBootstrap.Part<ReportDeduplicatorState> EXCHANGE =
      new GateBootstrap.Part<>(StateTypes.exchangeGate(), StatePiece::exchange);
  private static final GateBootstrap.Part<ConfigVersion> VERSIONS =
      new GateBootstrap.Part<>(StateTypes.versions(), StatePiece::version);

  private static final List<String> WITH_ENTRIES =
      List.of(
          Uids.ASSETS,
          Uids.PODS,
          Uids.PORTFOLIO,
          Uids.MARKET_GATE,
          Uids.FEED_MESSAGES,
          Uids.EXCHANGE_GATE);

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
          SavepointWriter.newSavepoint(env, BACKEND, CHECKPOINT_ID, FlinkOptions.MAX_PARALLELISM);
      add(writer, Uids.ASSETS, env, state.assets().stream().map(StatePiece::of).toList());
      add(writer, Uids.PODS, env, state.pods().stream().map(StatePiece::of).toList());
      if (state.portfolio() != null) {
        add(writer, Uids.PORTFOLIO, env, List.of(StatePiece.of(state.portfolio())));
      }
      add(writer, Uids.MARKET_GATE, env, ofMarketGate(state));
      if (state.exchange() != null) {
        add(writer, Uids.EXCHANGE_GATE, env, List.of(StatePiece.of(state.exchange())));
      }
      writer.write(folder.toAbsolutePath().toUri().toString());
      env.execute("write savepoint");
    }
  }

  private static List<StatePiece> ofMarketGate(JobState state) {
    List<StatePiece> pieces = new ArrayList<>();
    if (state.market() != null) {
      pieces.add(StatePiece.of(state.market()));
    }
    state.versions().forEach(version -> pieces.add(StatePiece.of(version)));
    return pieces;
  }

  /** What becomes of an entry of a savepoint in the next one. */
  public interface Edit extends Serializable {

    /** The entry as it shall be, or null when it shall be gone. */
    @Nullable StatePiece apply(StatePiece piece);
  }

  /**
   * Writes a savepoint that differs from another one in its entries; everything else is copied.
   *
   * @param operators uids of those whose entries are edited
   * @param folder that does not exist yet
   * @throws SavepointRefusedException if one of them has state that this version does not know
   */
  public static void rewrite(
      SavepointFolder original, Set<String> operators, Edit edit, Path folder) throws Exception {
    for (String uid : operators) {
      original.requireKnownStates(uid, StateReading.KNOWN);
    }
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forWriting(scratch.folder());
      StateReading reading = new StateReading(original, env);
      SavepointWriter writer = SavepointWriter.fromExistingSavepoint(env, original.path(), BACKEND);
      for (String uid : operators.stream().filter(original::has).toList()) {
        DataStream<StatePiece> edited =
            reading.of(uid).flatMap(new Edited(edit)).returns(StateReading.PIECE);
        writer
            .removeOperator(OperatorIdentifier.forUid(uid))
            .withOperator(OperatorIdentifier.forUid(uid), bootstrap(uid, edited));
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
      SavepointWriter writer = SavepointWriter.fromExistingSavepoint(env, original.path(), BACKEND);
      for (String uid : WITH_ENTRIES.stream().filter(original::has).toList()) {
        DataStream<StatePiece> entries = entries(env, pieces.getOrDefault(uid, List.of()));
        writer
            .removeOperator(OperatorIdentifier.forUid(uid))
            .withOperator(OperatorIdentifier.forUid(uid), bootstrap(uid, entries));
      }
      writer.write(folder.toAbsolutePath().toUri().toString());
      env.execute("replace entries of savepoint");
    }
  }

  /** Flink takes no empty collection for a source. */
  private static DataStream<StatePiece> entries(
      StreamExecutionEnvironment env, List<StatePiece> pieces) {
    return pieces.isEmpty()
        ? env.fromData(List.of(NOTHING), StateReading.PIECE).filter(piece -> false)
        : env.fromData(pieces, StateReading.PIECE).setParallelism(1);
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

  private static void add(
      SavepointWriter writer, String uid, StreamExecutionEnvironment env, List<StatePiece> pieces) {
    if (!pieces.isEmpty()) {
      writer.withOperator(
          OperatorIdentifier.forUid(uid),
          bootstrap(uid, env.fromData(pieces, StateReading.PIECE).setParallelism(1)));
    }
  }

  /** How the pieces of an operator become its state. */
  static StateBootstrapTransformation<StatePiece> bootstrap(
      String uid, DataStream<StatePiece> pieces) {
    return switch (uid) {
      case Uids.ASSETS ->
          OperatorTransformation.bootstrapWith(pieces, CHECKPOINT_ID)
              .keyBy(piece -> Objects.requireNonNull(piece.asset()).key(), Types.INT)
              .transform(new AssetBootstrap());
      case Uids.PODS ->
          aligned(
              pieces,
              StateTypes.pod(),
              Entries::pod,
              piece -> Objects.requireNonNull(piece.pod()).key());
      case Uids.PORTFOLIO ->
          aligned(
              pieces,
              StateTypes.portfolio(),
              Entries::portfolio,
              piece -> Objects.requireNonNull(piece.portfolio()).key());
      case Uids.MARKET_GATE -> lists(pieces, MARKET, VERSIONS);
      case Uids.FEED_MESSAGES -> lists(pieces, VERSIONS);
      case Uids.EXCHANGE_GATE -> lists(pieces, EXCHANGE);
      default -> throw new IllegalArgumentException("operator: " + uid);
    };
  }

  private static StateBootstrapTransformation<StatePiece> lists(
      DataStream<StatePiece> pieces, GateBootstrap.Part<?>... parts) {
    return OperatorTransformation.bootstrapWith(pieces, CHECKPOINT_ID)
        .transform(new GateBootstrap(parts));
  }

  private static <I, S> StateBootstrapTransformation<StatePiece> aligned(
      DataStream<StatePiece> pieces,
      AlignmentState<I, S> types,
      AlignedEntry.OfPiece<I, S> ofPiece,
      KeySelector<StatePiece, Integer> key) {
    return OperatorTransformation.bootstrapWith(pieces, CHECKPOINT_ID)
        .keyBy(key, Types.INT)
        .transform(
            (timestamp, savepoint) ->
                SimpleOperatorFactory.of(
                    new AlignedBootstrapOperator<>(types, ofPiece, timestamp, savepoint)));
  }
}
