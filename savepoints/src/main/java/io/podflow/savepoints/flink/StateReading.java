package io.podflow.savepoints.flink;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.state.AlignmentState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.StateType;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.input.KeyedStateInputFormat;
import org.apache.flink.state.api.input.SourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Reads savepoints: all operators in one job, in a cluster inside this process. */
public final class StateReading {

  /** Names of all states that are read. */
  static final Set<String> KNOWN =
      Set.of(
          StateTypes.asset().getName(),
          StateTypes.pod().memory().getName(),
          StateTypes.pod().waiting().getName(),
          StateTypes.pod().clock().getName(),
          StateTypes.marketGate().getName(),
          StateTypes.versions().getName(),
          StateTypes.exchangeGate().getName());

  static final TypeInformation<StatePiece> PIECE = TypeInformation.of(StatePiece.class);

  private final SavepointFolder folder;
  private final StreamExecutionEnvironment env;
  private final StateBackend backend = new HashMapStateBackend();

  StateReading(SavepointFolder folder, StreamExecutionEnvironment env) {
    this.folder = folder;
    this.env = env;
  }

  /** Everything that the savepoint remembers. */
  public static JobState read(SavepointFolder folder) throws Exception {
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forReading(scratch.folder());
      List<StatePiece> pieces = new ArrayList<>();
      try (CloseableIterator<StatePiece> read =
          new StateReading(folder, env).all().executeAndCollect("read savepoint")) {
        read.forEachRemaining(pieces::add);
      }
      return JobState.of(pieces);
    }
  }

  private DataStream<StatePiece> all() throws IOException {
    List<DataStream<StatePiece>> streams = new ArrayList<>();
    for (String uid : uids()) {
      streams.add(of(uid));
    }
    return streams.stream().reduce(DataStream::union).orElseThrow();
  }

  /** The operators whose entries the savepoint has. */
  List<String> uids() {
    return Stream.of(Uids.ASSETS, Uids.PODS, Uids.PORTFOLIO, Uids.MARKET_GATE, Uids.EXCHANGE_GATE)
        .filter(folder::has)
        .toList();
  }

  /** The entries of an operator. */
  DataStream<StatePiece> of(String uid) throws IOException {
    return switch (uid) {
      case Uids.ASSETS -> assets();
      case Uids.PODS -> aligned(Uids.PODS, StateTypes.pod(), Entries::pod);
      case Uids.PORTFOLIO -> aligned(Uids.PORTFOLIO, StateTypes.portfolio(), Entries::portfolio);
      case Uids.MARKET_GATE ->
          folder.lists(uid).contains(StateTypes.versions().getName())
              ? market().union(versions(uid))
              : market();
      case Uids.FEED_MESSAGES -> versions(uid);
      case Uids.EXCHANGE_GATE ->
          list(uid, StateTypes.exchangeGate(), ReportDeduplicatorState.class, StatePiece::of);
      default -> throw new IllegalArgumentException("operator: " + uid);
    };
  }

  private DataStream<StatePiece> market() throws IOException {
    return list(Uids.MARKET_GATE, StateTypes.marketGate(), BarCloseGateState.class, StatePiece::of);
  }

  private DataStream<StatePiece> versions(String uid) throws IOException {
    return list(uid, StateTypes.versions(), ConfigVersion.class, StatePiece::of);
  }

  private DataStream<StatePiece> assets() throws IOException {
    return SavepointReader.read(env, folder.path(), backend)
        .readKeyedState(
            OperatorIdentifier.forUid(Uids.ASSETS), new AssetReader(), Types.INT, PIECE);
  }

  private <I, S> DataStream<StatePiece> aligned(
      String uid, AlignmentState<I, S> types, AlignedEntry.ToPiece<I, S, StatePiece> toPiece)
      throws IOException {
    KeyedStateInputFormat<Integer, ?, StatePiece> format =
        new KeyedStateInputFormat<>(
            folder.required(uid),
            backend,
            new Configuration(),
            new ClosesReaderOperator<>(new AlignedReader<>(types, toPiece), AlignmentState.TIMERS),
            env.getConfig());
    return SourceBuilder.fromFormat(env, format, PIECE);
  }

  private <S> DataStream<StatePiece> list(
      String uid, ListStateDescriptor<S> state, Class<S> type, MapFunction<S, StatePiece> toPiece)
      throws IOException {
    return SavepointReader.read(env, folder.path(), backend)
        .readListState(OperatorIdentifier.forUid(uid), state.getName(), StateType.of(type))
        .map(toPiece)
        .returns(PIECE);
  }
}
