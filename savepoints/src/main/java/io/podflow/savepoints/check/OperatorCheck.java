package io.podflow.savepoints.check;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.market.BarHistory;
import io.podflow.job.state.PortfolioInput;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.table.Names;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Clocks, timers, inputs that wait, histories: what the operators need to go on. */
final class OperatorCheck {

  /** When the input is over. */
  private static final long END = Long.MAX_VALUE;

  private final JobState state;
  private final Names names;
  private final StateFindings findings;

  OperatorCheck(JobState state, Names names, StateFindings findings) {
    this.state = state;
    this.names = names;
    this.findings = findings;
  }

  void run() {
    for (AssetEntry entry : state.assets()) {
      Names.Seat seat = names.seat(entry.key());
      asset(seat.pod() + " " + seat.symbol(), entry.memory());
    }
    for (PodEntry entry : state.pods()) {
      long[] waiting = entry.waiting().stream().mapToLong(AssetUpdate::closeTime).toArray();
      clock(names.pod(entry.key()), entry.clock(), entry.timers(), waiting);
    }
    PortfolioEntry entry = state.portfolio();
    if (entry != null) {
      long[] waiting = entry.waiting().stream().mapToLong(PortfolioInput::closeTime).toArray();
      clock("portfolio", entry.clock(), entry.timers(), waiting);
    }
  }

  private void asset(String where, AssetMemory memory) {
    PodCheck.window(findings, where + ": selector's returns", memory.returns);
    BarHistory bars = memory.bars;
    if (bars.size == 0) {
      return;
    }
    findings.expect(
        bars.closeTime(0) == memory.lastClose,
        where + ": last close",
        memory.lastClose,
        "that of the newest bar, " + bars.closeTime(0));
    for (int ago = 1; ago < bars.size; ago++) {
      if (bars.closeTime(ago) >= bars.closeTime(ago - 1)) {
        findings.expect(false, where + ": bars", "not in order", "ascending closes");
        return;
      }
    }
  }

  private void clock(String where, @Nullable Long clock, long[] timers, long[] waiting) {
    long last = clock == null ? Long.MIN_VALUE : clock;
    // A memory from elsewhere has no clock until its first bar.
    boolean begun = clock != null || timers.length > 0 || waiting.length > 0;
    findings.expect(
        !begun || (timers.length > 0 && timers[0] > last),
        where + ": timers",
        Arrays.toString(timers),
        "at least one, after the clock, " + last);
    for (long time : waiting) {
      findings.expect(
          time > last && isHandled(time, timers),
          where + ": an input of " + time,
          "waits",
          "after the clock, " + last + ", and a timer for it or for a later close");
    }
  }

  /** Inputs of a pod that is announced wait for its first close; {@link #END} is no close. */
  private static boolean isHandled(long time, long[] timers) {
    return Arrays.stream(timers).anyMatch(timer -> timer >= time && timer < END);
  }
}
