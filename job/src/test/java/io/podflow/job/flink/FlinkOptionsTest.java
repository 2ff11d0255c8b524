package io.podflow.job.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlinkOptionsTest {

  @Test
  @Tag("J3")
  void batchRunsAtTheParallelismAskedForHoweverLittleTheData() throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(FlinkOptions.batch(2));
    List<Integer> tasks = new ArrayList<>();
    try (CloseableIterator<Integer> seen =
        environment
            .fromSequence(1, 20)
            .keyBy(number -> number)
            .process(new Tasks())
            .returns(Types.INT)
            .executeAndCollect()) {
      seen.forEachRemaining(tasks::add);
    }
    assertThat(tasks).hasSize(20).containsOnly(2);
  }

  /** Says of every element among how many tasks it was shared out. */
  private static final class Tasks extends KeyedProcessFunction<Long, Long, Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Long number, Context context, Collector<Integer> out) {
      out.collect(getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
    }
  }
}
