package io.podflow.job.operator;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.job.step.SetStep;
import java.util.Comparator;
import java.util.List;

/** A toy step over numbers whose close is the next ten: shows what the alignment hands over. */
final class SumStep implements SetStep<Long, Long, String> {

  private static final long serialVersionUID = 1L;
  private static final long CLOSE = 10;

  private final long horizon;

  SumStep(long horizon) {
    this.horizon = horizon;
  }

  @Override
  public void open(ClassLoader strategies) {}

  @Override
  public long closeTime(Long input) {
    return (input / CLOSE + 1) * CLOSE;
  }

  @Override
  public long nextClose(int key, long time) {
    long next = (time / CLOSE + 1) * CLOSE;
    return next <= horizon ? next : Long.MAX_VALUE;
  }

  @Override
  public boolean isDue(int key, long time, List<Long> inputs) {
    return true;
  }

  @Override
  public String nameOf(int key) {
    return "sum " + key;
  }

  @Override
  public Long initialState(int key) {
    return 0L;
  }

  @Override
  public String onClose(int key, Long closes, long closeTime, List<Long> inputs) {
    List<Long> sorted = inputs.stream().sorted(Comparator.naturalOrder()).toList();
    return closeTime + ":" + sorted;
  }

  @Override
  public String onEnd(int key, Long closes) {
    return "end";
  }

  @Override
  public Event onLate(int key, Long input) {
    return Event.data(input, "", "", Severity.WARNING, "late " + input);
  }
}
