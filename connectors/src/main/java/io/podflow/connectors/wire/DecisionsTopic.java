package io.podflow.connectors.wire;

import io.podflow.connectors.rundb.RunTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The topic {@code decisions}: the rows of {@code run.db}, one by one. */
public final class DecisionsTopic extends JsonTopic<DecisionMessage> {

  private static final String TYPE = "row";
  private static final RunTable[] TABLES =
      Arrays.stream(RunTable.values()).filter(RunTable::isDecided).toArray(RunTable[]::new);
  private static final Map<RunTable, RowShape> SHAPES = shapes();

  public DecisionsTopic(WireLimits limits) {
    super("decisions", limits);
  }

  private static Map<RunTable, RowShape> shapes() {
    Map<RunTable, RowShape> shapes = new EnumMap<>(RunTable.class);
    for (RunTable table : TABLES) {
      shapes.put(table, new RowShape(table));
    }
    return shapes;
  }

  private static RowShape shape(RunTable table) {
    return Objects.requireNonNull(SHAPES.get(table), table + " is not on the wire");
  }

  @Override
  KeyWriter write(DecisionMessage message) {
    KeyWriter out = KeyWriter.message(TYPE).text("table", message.table().label());
    shape(message.table()).write(message.row(), out.object("row"));
    return out;
  }

  @Override
  DecisionMessage read(KeyReader in, long latest) {
    type(in, TYPE);
    RunTable table = in.choice("table", TABLES, RunTable::label);
    KeyReader columns = in.object("row");
    Record row = shape(table).read(columns);
    columns.end();
    return new DecisionMessage(table, row);
  }
}
