package io.podflow.savepoints.upgrade;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateNames;
import io.podflow.job.state.Uids;
import io.podflow.job.state.codec.StateCodec;
import io.podflow.job.state.schema.Schema;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.jspecify.annotations.Nullable;

/** What an old savepoint remembers, in the classes of today. */
final class OldState {

  private final Map<String, StateCodec<?>> codecs = new HashMap<>();

  private OldState() {}

  /**
   * The entries of an old savepoint.
   *
   * @param pieces each an {@link OldPiece} as bytes
   * @return by uid of their operator, in the order in which they came
   */
  static Map<String, List<StatePiece>> of(List<byte[]> pieces) throws IOException {
    OldState state = new OldState();
    Map<String, List<StatePiece>> byOperator = new TreeMap<>();
    for (byte[] bytes : pieces) {
      OldPiece piece = OldPiece.of(bytes);
      byOperator.computeIfAbsent(piece.uid(), uid -> new ArrayList<>()).add(state.piece(piece));
    }
    return byOperator;
  }

  private StatePiece piece(OldPiece piece) throws IOException {
    return switch (piece.uid()) {
      case Uids.ASSETS -> StatePiece.of(new AssetEntry(piece.key(), asset(piece), piece.timers()));
      case Uids.PODS -> StatePiece.of(pod(piece));
      case Uids.PORTFOLIO -> StatePiece.of(portfolio(piece));
      default -> element(Objects.requireNonNull(this.<Object>state(piece)));
    };
  }

  private AssetMemory asset(OldPiece piece) throws IOException {
    return Objects.requireNonNull(this.<AssetMemory>state(piece));
  }

  private PodEntry pod(OldPiece piece) throws IOException {
    PodState memory = state(piece);
    List<AssetUpdate> waiting = waiting(piece);
    return new PodEntry(piece.key(), memory, waiting, piece.lastClose(), piece.timers());
  }

  private PortfolioEntry portfolio(OldPiece piece) throws IOException {
    PortfolioState memory = state(piece);
    List<PortfolioInput> waiting = waiting(piece);
    return new PortfolioEntry(piece.key(), memory, waiting, piece.lastClose(), piece.timers());
  }

  private static StatePiece element(Object element) {
    if (element instanceof BarCloseGateState market) {
      return StatePiece.of(market);
    }
    return element instanceof ReportDeduplicatorState exchange
        ? StatePiece.of(exchange)
        : StatePiece.of((ConfigVersion) element);
  }

  private <T> @Nullable T state(OldPiece piece) throws IOException {
    byte[] state = piece.state();
    return state == null
        ? null
        : this.<T>codec(piece.schema()).read(new DataInputDeserializer(state));
  }

  private <T> List<T> waiting(OldPiece piece) throws IOException {
    List<T> waiting = new ArrayList<>();
    for (byte[] input : piece.waiting()) {
      waiting.add(this.<T>codec(piece.inputSchema()).read(new DataInputDeserializer(input)));
    }
    return waiting;
  }

  @SuppressWarnings("unchecked")
  private <T> StateCodec<T> codec(String schema) {
    return (StateCodec<T>)
        codecs.computeIfAbsent(
            schema, text -> StateCodec.reading(Schema.parse(text), StateNames.ALL));
  }
}
