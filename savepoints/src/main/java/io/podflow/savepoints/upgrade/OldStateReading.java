package io.podflow.savepoints.upgrade;

import io.podflow.job.cleanup.Scratch;
import io.podflow.job.state.AlignmentState;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.flink.AlignedReader;
import io.podflow.savepoints.flink.ClosesReaderOperator;
import io.podflow.savepoints.flink.Environment;
import io.podflow.savepoints.flink.SavepointFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.input.KeyedStateInputFormat;
import org.apache.flink.state.api.input.SourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Reads an old savepoint with Flink's own serializers. Runs inside {@link FrozenClassLoader}, where
 * the classes that the savepoint names are the frozen ones; names of states are those of then.
 */
public final class OldStateReading {

  private static final TypeInformation<byte[]> PIECE = TypeInformation.of(byte[].class);

  private final SavepointFolder folder;
  private final StreamExecutionEnvironment env;
  private final StateBackend backend = new HashMapStateBackend();

  private OldStateReading(SavepointFolder folder, StreamExecutionEnvironment env) {
    this.folder = folder;
    this.env = env;
  }

  /**
   * Every entry of the savepoint.
   *
   * @param path folder of a canonical savepoint
   * @return each an {@link OldPiece} as bytes; those of one list in their order
   */
  public static List<byte[]> read(String path) throws Exception {
    try (Scratch scratch = Scratch.create("podflow-upgrade")) {
      StreamExecutionEnvironment env = Environment.forReading(scratch.folder());
      // Only a job with a class path of its own is run under this class loader.
      String nothing = scratch.folder().toUri().toURL().toString();
      env.configure(new Configuration().set(PipelineOptions.CLASSPATHS, List.of(nothing)));
      List<byte[]> pieces = new ArrayList<>();
      DataStream<byte[]> all = new OldStateReading(SavepointFolder.openAny(path), env).all();
      try (CloseableIterator<byte[]> read = all.executeAndCollect("read old savepoint")) {
        read.forEachRemaining(pieces::add);
      }
      return pieces;
    }
  }

  private DataStream<byte[]> all() throws IOException {
    List<DataStream<byte[]>> streams = new ArrayList<>();
    if (folder.has(Uids.ASSETS)) {
      streams.add(assets());
    }
    if (folder.has(Uids.PODS)) {
      streams.add(aligned(new OldAlignment(Uids.PODS, OldType.POD_INPUT, OldType.POD)));
    }
    if (folder.has(Uids.PORTFOLIO)) {
      streams.add(
          aligned(new OldAlignment(Uids.PORTFOLIO, OldType.PORTFOLIO_INPUT, OldType.PORTFOLIO)));
    }
    for (OldList list : OldList.ALL) {
      if (folder.lists(list.uid()).contains(list.state())) {
        streams.add(list(list));
      }
    }
    return streams.stream().reduce(DataStream::union).orElseThrow();
  }

  private DataStream<byte[]> assets() throws IOException {
    return SavepointReader.read(env, folder.path(), backend)
        .readKeyedState(
            OperatorIdentifier.forUid(Uids.ASSETS), new OldAssetReader(), Types.INT, PIECE);
  }

  private DataStream<byte[]> aligned(OldAlignment alignment) throws IOException {
    KeyedStateInputFormat<Integer, ?, byte[]> format =
        new KeyedStateInputFormat<>(
            folder.required(alignment.uid()),
            backend,
            new Configuration(),
            new ClosesReaderOperator<>(
                new AlignedReader<>(alignment.states(), alignment), AlignmentState.TIMERS),
            env.getConfig());
    return SourceBuilder.fromFormat(env, format, PIECE);
  }

  private DataStream<byte[]> list(OldList list) throws IOException {
    return SavepointReader.read(env, folder.path(), backend)
        .readListState(
            OperatorIdentifier.forUid(list.uid()), list.state(), list.type().information())
        .map(list)
        .returns(PIECE);
  }
}
