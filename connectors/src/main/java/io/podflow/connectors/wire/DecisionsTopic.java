package io.podflow.connectors.wire;

import io.podflow.connectors.rundb.RunTable;
import java.util.Arrays;

/** The topic {@code decisions}: the rows of {@code run.db}, one by one. */
public final class DecisionsTopic extends JsonTopic<DecisionMessage> {

  private static final String TYPE = "row";
  private static final RunTable[] TABLES =
      Arrays.stream(RunTable.values()).filter(RunTable::isDecided).toArray(RunTable[]::new);

  public DecisionsTopic(WireLimits limits) {
    super("decisions", limits);
  }

  @Override
  KeyWriter write(DecisionMessage message) {
    KeyWriter out = KeyWriter.message(TYPE).text("table", message.table().label());
    message.table().codec().write(message.row(), new WireCells.Out(out.object("row")));
    return out;
  }

  @Override
  DecisionMessage read(KeyReader in, long latest) {
    type(in, TYPE);
    RunTable table = in.choice("table", TABLES, RunTable::label);
    KeyReader columns = in.object("row");
    Record row = table.codec().read(new WireCells.In(columns));
    return new DecisionMessage(table, row);
  }
}
