package io.podflow.job.operator;

import io.podflow.domain.market.MarketGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.StateTypes;
import io.podflow.job.version.VersionedGate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link VersionedGate}: rows, rates of funding, heartbeats and versions of the configuration
 * in; bars, the end of every close, and rates and versions ahead of what they hold for, out.
 */
public final class MarketGateOperator extends GateOperator<FeedItem, MarketGateState, MarketItem> {

  private static final long serialVersionUID = 1L;
  private static final long NOT_WAITING = Long.MIN_VALUE;

  private final RunScope scope;
  private final long patience;
  private transient VersionedGate gate;
  private transient ListState<ConfigVersion> versions;
  private transient boolean announced;
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
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    gate = new VersionedGate(scope, getUserCodeClassloader());
    versions = context.getOperatorStateStore().getListState(StateTypes.versions());
    super.initializeState(context);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    versions.update(gate.versions());
  }

  @Override
  MarketGateState initialState() {
    return gate.state();
  }

  @Override
  void adapt(MarketGateState restored) throws Exception {
    List<ConfigVersion> known = new ArrayList<>();
    versions.get().forEach(known::add);
    gate.restore(restored, known);
  }

  @Override
  long reached() {
    return gate.state().closedUpTo;
  }

  /** Operators keep no versions: each time they start they are told what holds. */
  @Override
  void announce() {
    if (!announced) {
      announced = true;
      send(gate.announcements());
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    waitForTheOthers();
  }

  @Override
  public void processElement(StreamRecord<FeedItem> element) {
    announce();
    FeedItem item = element.getValue();
    MarketRow row = item.row();
    if (row != null) {
      send(gate.onRow(row));
      close(gate.complete());
    } else if (item.beat() != FeedItem.NO_BEAT) {
      close(item.beat());
    } else if (item.rate() != null) {
      send(gate.onRate(item.rate()));
    } else {
      configure(item);
    }
    waitForTheOthers();
  }

  private void configure(FeedItem item) {
    if (item.version() != null) {
      send(gate.onVersion(item.version()));
    } else if (item.history() != null) {
      send(gate.onHistory(item.history()));
    } else if (item.fault() != null) {
      send(gate.onFault(item.fault()));
    }
  }

  private void close(long time) {
    if (time > gate.state().closedUpTo) {
      send(gate.close(time));
      advance(time);
    }
  }

  private void send(List<MarketItem> items) {
    for (MarketItem item : items) {
      MarketRecord record = item.record();
      emit(item, record == null ? reached() : record.time());
    }
  }

  /** Some symbol has had a row of a close that is not over. */
  private void waitForTheOthers() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    if (gate.latest() <= gate.state().closedUpTo) {
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
      announce();
      close(gate.latest());
      waitingSince = NOT_WAITING;
    } else {
      wakeAt(waitingSince + patience);
    }
  }
}
