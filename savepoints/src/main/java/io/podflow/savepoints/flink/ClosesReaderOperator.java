package io.podflow.savepoints.flink;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.state.api.input.operator.KeyedStateReaderOperator;
import org.apache.flink.util.Collector;

/**
 * Reads an alignment operator. The reader of the State Processor API sees the timers of process
 * functions only, which are in a timer service of another name.
 */
public final class ClosesReaderOperator<T> extends KeyedStateReaderOperator<Integer, T> {

  private static final long serialVersionUID = 1L;

  private final String timerService;
  private transient Map<Integer, Set<Long>> timers;

  public ClosesReaderOperator(KeyedStateReaderFunction<Integer, T> function, String timerService) {
    super(function, Types.INT);
    this.timerService = timerService;
  }

  @Override
  public void open() throws Exception {
    timers = new HashMap<>();
    super.open();
    getInternalTimerService(timerService)
        .forEachEventTimeTimer(
            (namespace, time) ->
                timers
                    .computeIfAbsent((Integer) getCurrentKey(), unused -> new HashSet<>())
                    .add(time));
  }

  @Override
  public void processElement(Integer key, VoidNamespace namespace, Collector<T> out)
      throws Exception {
    function.readKey(key, new Timers(timers.getOrDefault(key, Set.of())), out);
  }

  private record Timers(Set<Long> registeredEventTimeTimers)
      implements KeyedStateReaderFunction.Context {

    @Override
    public Set<Long> registeredProcessingTimeTimers() {
      return Set.of();
    }
  }
}
