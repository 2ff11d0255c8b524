package io.podflow.job.state;

import java.io.Serializable;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The three states of an alignment operator, by name and type. Savepoints depend on both.
 *
 * @param memory of the step behind the operator
 * @param waiting inputs whose close has not come
 * @param clock the last close handled, epoch milliseconds UTC
 */
public record AlignmentState<I, S>(
    ValueStateDescriptor<S> memory,
    ListStateDescriptor<I> waiting,
    ValueStateDescriptor<Long> clock)
    implements Serializable {

  /** Name of the operator's timers in a savepoint. */
  public static final String TIMERS = "closes";

  /** The states of an operator over these types. */
  public static <I, S> AlignmentState<I, S> of(TypeInformation<I> input, TypeInformation<S> state) {
    return new AlignmentState<>(
        new ValueStateDescriptor<>("memory", state),
        new ListStateDescriptor<>("waiting", input),
        new ValueStateDescriptor<>("clock", Types.LONG));
  }
}
