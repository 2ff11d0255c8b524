package io.podflow.savepoints.flink;

import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The operators of a job that have entries of podflow's own, in the order in which they are read:
 * the states of each, and the part of a {@link JobState} that lies in it. A new operator with state
 * is a line here and a component of {@link StatePiece} and {@link JobState}.
 */
public enum StateOperator {
  ASSETS(Uids.ASSETS, new AssetStates(), state -> state.assets().stream().map(StatePiece::of)),
  PODS(
      Uids.PODS,
      new AlignedStates<>(StateTypes.pod(), Entries::pod, Entries::pod),
      state -> state.pods().stream().map(StatePiece::of)),
  PORTFOLIO(
      Uids.PORTFOLIO,
      new AlignedStates<>(StateTypes.portfolio(), Entries::portfolio, Entries::portfolio),
      state -> Stream.ofNullable(state.portfolio()).map(StatePiece::of)),
  MARKET_GATE(
      Uids.MARKET_GATE,
      ListStates.of(
          new ListStates.Part<>(
              StateTypes.marketGate(), BarCloseGateState.class, StatePiece::of, StatePiece::market),
          Versions.LIST),
      state ->
          Stream.concat(
              Stream.ofNullable(state.market()).map(StatePiece::of),
              state.versions().stream().map(StatePiece::of))),
  /** Its versions are those of the market gate once more. */
  FEED_MESSAGES(Uids.FEED_MESSAGES, ListStates.of(Versions.LIST), state -> Stream.empty()),
  EXCHANGE_GATE(
      Uids.EXCHANGE_GATE,
      ListStates.of(
          new ListStates.Part<>(
              StateTypes.exchangeGate(),
              ReportDeduplicatorState.class,
              StatePiece::of,
              StatePiece::exchange)),
      state -> Stream.ofNullable(state.exchange()).map(StatePiece::of));

  /** The list that two operators have. */
  private static final class Versions {
    static final ListStates.Part<ConfigVersion> LIST =
        new ListStates.Part<>(
            StateTypes.versions(), ConfigVersion.class, StatePiece::of, StatePiece::version);
  }

  private final String uid;
  private final EntryStates states;
  private final Function<JobState, Stream<StatePiece>> pieces;

  StateOperator(String uid, EntryStates states, Function<JobState, Stream<StatePiece>> pieces) {
    this.uid = uid;
    this.states = states;
    this.pieces = pieces;
  }

  /** The name under which a savepoint has the operator. */
  public String uid() {
    return uid;
  }

  /** Whether the operator's entries are entries of another operator once more. */
  boolean repeatsAnother() {
    return this == FEED_MESSAGES;
  }

  /** Names of its states. */
  Set<String> states() {
    return states.names();
  }

  /** Its entries in a savepoint that has it. */
  DataStream<StatePiece> read(SavepointEntries from) throws IOException {
    return states.read(from, uid);
  }

  /** How pieces become its entries. */
  StateBootstrapTransformation<StatePiece> write(DataStream<StatePiece> entries) {
    return states.write(entries);
  }

  /** What of a state lies in this operator. */
  List<StatePiece> piecesOf(JobState state) {
    return pieces.apply(state).toList();
  }
}
