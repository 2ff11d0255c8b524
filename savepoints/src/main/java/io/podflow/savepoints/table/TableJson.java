package io.podflow.savepoints.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables for programs: an object of tables, each a list of rows, each an object of its cells. */
public final class TableJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TableJson() {}

  public static String of(List<StateTable> tables) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (StateTable table : tables) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (List<@Nullable Object> cells : table.rows()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(table.columns().get(i), cells.get(i));
        }
        rows.add(row);
      }
      object.put(table.name(), rows);
    }
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
