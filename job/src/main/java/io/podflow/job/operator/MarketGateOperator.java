package io.podflow.job.operator;

import io.podflow.domain.market.MarketGate;
import io.podflow.domain.market.MarketGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.Roster;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.StateTypes;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs {@link MarketGate}: rows and heartbeats in, bars and the end of every close out. */
public final class MarketGateOperator
    extends GateOperator<FeedItem, MarketGateState, MarketRecord> {

  private static final long serialVersionUID = 1L;
  private static final long NOT_WAITING = Long.MIN_VALUE;

  private final RunScope scope;
  private final long patience;
  private final MarketGate gate;
  private long waitingSince = NOT_WAITING;
  private boolean timer;

  /**
   * @param patience how long a close waits for the symbols that are missing, milliseconds of the
   *     machine's clock
   */
  public MarketGateOperator(RunScope scope, long patience) {
    super(StateTypes.marketGate());
    this.scope = scope;
    this.patience = patience;
    this.gate = gateOf(scope);
  }

  /** The gate of a run, for whoever has to see the market as the job does. */
  public static MarketGate gateOf(RunScope scope) {
    Roster roster = scope.roster();
    return new MarketGate(
        roster.universe(),
        IntStream.range(0, roster.universe().size()).mapToObj(roster::timeframesOf).toList(),
        scope.window());
  }

  @Override
  MarketGateState initialState() {
    return gate.initialState();
  }

  @Override
  void adapt(MarketGateState restored) {
    gate.adapt(restored);
  }

  @Override
  long reached() {
    return state.closedUpTo;
  }

  @Override
  public void open() throws Exception {
    super.open();
    waitForTheOthers();
  }

  @Override
  public void processElement(StreamRecord<FeedItem> element) {
    FeedItem item = element.getValue();
    MarketRow row = item.row();
    if (row == null) {
      close(item.beat());
    } else {
      send(gate.onRow(state, row));
      close(gate.complete(state));
    }
    waitForTheOthers();
  }

  private void close(long time) {
    if (time > state.closedUpTo) {
      send(gate.close(state, time));
      advance(time);
    }
  }

  private void send(List<MarketRecord> records) {
    for (MarketRecord record : records) {
      emit(record, record.time());
    }
  }

  /** Some symbol has had a row of a close that is not over. */
  private void waitForTheOthers() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    if (gate.latest(state) <= state.closedUpTo) {
      waitingSince = NOT_WAITING;
    } else if (waitingSince == NOT_WAITING) {
      waitingSince = now;
      if (!timer) {
        wakeAt(now + patience);
      }
    }
  }

  private void wakeAt(long time) {
    timer = true;
    getProcessingTimeService().registerTimer(time, this::lookAgain);
  }

  /** There is one timer at a time; the wait it was set for may be over and another have begun. */
  private void lookAgain(long now) {
    timer = false;
    if (waitingSince == NOT_WAITING) {
      return;
    }
    if (now - waitingSince >= patience) {
      close(gate.latest(state));
      waitingSince = NOT_WAITING;
    } else {
      wakeAt(waitingSince + patience);
    }
  }
}
