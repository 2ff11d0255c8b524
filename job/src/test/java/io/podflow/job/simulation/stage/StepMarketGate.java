package io.podflow.job.simulation.stage;

import io.podflow.domain.market.MarketGateState;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.version.VersionedGate;
import java.util.List;

/** {@link VersionedGate} as its operator runs it, without waiting for anybody's clock. */
final class StepMarketGate implements Stage<FeedItem> {

  private final VersionedGate gate;
  private final StateBytes<MarketGateState> bytes;
  private final Emission<MarketItem> out;

  StepMarketGate(
      RunScope scope,
      StateBytes<MarketGateState> bytes,
      Emission<MarketItem> out,
      List<Memory> kept) {
    this.gate = new VersionedGate(scope, StepMarketGate.class.getClassLoader());
    this.bytes = bytes;
    this.out = out;
    if (!kept.isEmpty() && kept.get(0) instanceof Memory.Gate memory) {
      gate.restore(bytes.read(memory.bytes()), memory.versions());
    }
    send(gate.announcements());
    if (reached() > Long.MIN_VALUE) {
      out.watermark(reached());
    }
  }

  private long reached() {
    return gate.state().closedUpTo;
  }

  @Override
  public void take(FeedItem item, long time) {
    MarketRow row = item.row();
    ConfigVersion version = item.version();
    if (version != null) {
      send(gate.onVersion(version));
    } else if (row != null) {
      send(gate.onRow(row));
      close(gate.complete());
    } else if (item.rate() != null) {
      send(gate.onRate(item.rate()));
    } else {
      close(item.beat());
    }
  }

  private void close(long time) {
    if (time > reached()) {
      send(gate.close(time));
      out.watermark(time);
    }
  }

  private void send(List<MarketItem> items) {
    for (MarketItem item : items) {
      MarketRecord record = item.record();
      out.record(item, record == null ? reached() : record.time());
    }
  }

  @Override
  public void advance(long watermark) {
    throw new IllegalStateException("no watermark comes before a gate");
  }

  @Override
  public Memory memory() {
    return new Memory.Gate(bytes.write(gate.state()), gate.versions());
  }

  @Override
  public void close() {}
}
