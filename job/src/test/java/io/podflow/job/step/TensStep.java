package io.podflow.job.step;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A toy step over numbers, which says what it is given. Its clock ticks every ten, and every five
 * from the close of a version on; a number belongs to the next ten.
 */
final class TensStep implements SetStep<Long, List<String>, String> {

  private static final long serialVersionUID = 1L;
  private static final long TEN = 10;

  private final long horizon;
  private final boolean catchesUp;
  private long fivesFrom = NEVER;
  private long heldBackUntil = Long.MIN_VALUE;

  TensStep(long horizon, boolean catchesUp) {
    this.horizon = horizon;
    this.catchesUp = catchesUp;
  }

  /** Nothing is due before {@code time}, and at that time all that waits. */
  TensStep heldBackUntil(long time) {
    heldBackUntil = time;
    return this;
  }

  @Override
  public void open(ClassLoader strategies) {}

  @Override
  public void onVersion(ConfigVersion version) {
    fivesFrom = Math.min(fivesFrom, version.effective());
    heldBackUntil = heldBackUntil == NEVER ? version.effective() : heldBackUntil;
  }

  @Override
  public void onRate(int key, List<String> memory, FundingRate rate) {
    memory.add("rate");
  }

  @Override
  public long closeTime(Long input) {
    return (input / TEN + 1) * TEN;
  }

  @Override
  public long dueAt(int key, Long input) {
    return Math.max(heldBackUntil, closeTime(input));
  }

  @Override
  public boolean isDue(int key, long time, List<Long> inputs) {
    return time % (time >= fivesFrom ? TEN / 2 : TEN) == 0;
  }

  @Override
  public long nextClose(int key, long time) {
    long next = (time / TEN + 1) * TEN;
    long five = (time / 5 + 1) * 5;
    next = five >= fivesFrom ? Math.min(next, five) : next;
    return next <= horizon ? next : Long.MAX_VALUE;
  }

  @Override
  public List<String> initialState(int key) {
    return new ArrayList<>();
  }

  @Override
  public String nameOf(int key) {
    return "tens " + key;
  }

  @Override
  public boolean catchesUp() {
    return catchesUp;
  }

  @Override
  public void onPast(int key, List<String> memory, long closeTime, List<Long> inputs) {
    memory.add("past " + sorted(inputs));
  }

  /** Thirteen makes it fail. */
  @Override
  public @Nullable String onClose(int key, List<String> memory, long closeTime, List<Long> inputs) {
    if (inputs.contains(13L)) {
      throw new IllegalArgumentException("thirteen");
    }
    String said = closeTime + ":" + memory + (catchesUp ? sorted(inputs) : inputs);
    memory.clear();
    return said;
  }

  private static List<Long> sorted(List<Long> inputs) {
    return inputs.stream().sorted().toList();
  }

  @Override
  public @Nullable String onEnd(int key, List<String> memory) {
    return "end";
  }

  @Override
  public Event onLate(int key, Long input) {
    return Event.data(input, "", "", Severity.WARNING, "late " + input);
  }
}
