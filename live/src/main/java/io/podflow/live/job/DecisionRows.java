package io.podflow.live.job;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.domain.journal.Event;
import io.podflow.job.state.RunRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Everything that is written down, row by row, as it lies on the topic. */
final class DecisionRows implements FlatMapFunction<RunRecord, byte[]> {

  private static final long serialVersionUID = 1L;

  private final DecisionsTopic topic;

  DecisionRows(DecisionsTopic topic) {
    this.topic = topic;
  }

  @Override
  public void flatMap(RunRecord record, Collector<byte[]> out) {
    rows(record).forEach(row -> out.collect(topic.encode(row)));
  }

  private static List<DecisionMessage> rows(RunRecord record) {
    List<DecisionMessage> rows = new ArrayList<>();
    if (record.pod() != null) {
      rows.addAll(DecisionMessage.of(record.pod()));
    }
    if (record.portfolio() != null) {
      rows.addAll(DecisionMessage.of(record.portfolio()));
    }
    Event event = record.event();
    if (event != null) {
      rows.add(new DecisionMessage(RunTable.EVENTS, event));
    }
    RunRecord.Model model = record.model();
    if (model != null) {
      model.weights().forEach(row -> rows.add(new DecisionMessage(RunTable.MODELS, row)));
    }
    return rows;
  }
}
