package io.podflow.job.operator;

import io.podflow.domain.market.InputCounts;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.SimpleAccumulator;

/** What all readers together have read, as a Flink accumulator. */
public final class InputCountsTotal implements SimpleAccumulator<InputCounts> {

  private static final long serialVersionUID = 1L;

  private InputCounts total = InputCounts.NONE;

  @Override
  public void add(InputCounts counts) {
    total = total.plus(counts);
  }

  @Override
  public InputCounts getLocalValue() {
    return total;
  }

  @Override
  public void resetLocal() {
    total = InputCounts.NONE;
  }

  @Override
  public void merge(Accumulator<InputCounts, InputCounts> other) {
    total = total.plus(other.getLocalValue());
  }

  @Override
  public InputCountsTotal clone() {
    InputCountsTotal copy = new InputCountsTotal();
    copy.total = total;
    return copy;
  }
}
