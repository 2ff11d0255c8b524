package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.podflow.connectors.rundb.RunTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and the readers say the same about the keys of a message. */
@Tag("J2")
class WireSchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> OPTIONAL =
      List.of("begin", "read_to", "realized_pnl", "alive.close", "alive.lag", "alive.checkpoint");

  static List<Examples.Group<?>> groups() {
    return Examples.all();
  }

  private static JsonNode schemaText(String topic) throws IOException {
    String name = topic + ".v1.schema.json";
    try (InputStream in = Objects.requireNonNull(WireTopic.class.getResourceAsStream(name), name)) {
      return MAPPER.readTree(in);
    }
  }

  private static JsonSchema schema(String topic) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schemaText(topic));
  }

  private static boolean reads(WireTopic<?> topic, JsonNode document) {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return topic.decode(bytes, Examples.NOW) instanceof Decoded.Message;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyMessageIsValid(Examples.Group<?> group) throws IOException {
    JsonSchema schema = schema(group.topic().name());
    for (byte[] bytes : group.encoded()) {
      JsonNode document = MAPPER.readTree(bytes);
      assertThat(schema.validate(document)).as("%s", document).isEmpty();
      assertThat(reads(group.topic(), document)).as("%s", document).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void neitherMissesNorOverlooksAKey(Examples.Group<?> group) throws IOException {
    JsonSchema schema = schema(group.topic().name());
    for (byte[] bytes : group.encoded()) {
      for (ObjectNode spoilt : spoilt(bytes)) {
        assertThat(schema.validate(spoilt)).as("%s", spoilt).isNotEmpty();
        assertThat(reads(group.topic(), spoilt)).as("%s", spoilt).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  @Tag("LV3")
  void writersMayNotSendAKeyThatReadersIgnore(Examples.Group<?> group) throws IOException {
    JsonSchema schema = schema(group.topic().name());
    for (byte[] bytes : group.encoded()) {
      int objects = objects((ObjectNode) MAPPER.readTree(bytes)).size();
      for (int i = 0; i < objects; i++) {
        ObjectNode more = (ObjectNode) MAPPER.readTree(bytes);
        objects(more).get(i).put("x", 1);
        assertThat(schema.validate(more)).as("%s", more).isNotEmpty();
        assertThat(reads(group.topic(), more)).as("%s", more).isTrue();
      }
    }
  }

  /** The document with each key taken out or emptied. */
  private static List<ObjectNode> spoilt(byte[] bytes) throws IOException {
    List<ObjectNode> documents = new ArrayList<>();
    int objects = objects((ObjectNode) MAPPER.readTree(bytes)).size();
    for (int i = 0; i < objects; i++) {
      List<String> keys = new ArrayList<>();
      objects((ObjectNode) MAPPER.readTree(bytes)).get(i).fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        if (!isOptional(bytes, key)) {
          ObjectNode without = (ObjectNode) MAPPER.readTree(bytes);
          objects(without).get(i).remove(key);
          documents.add(without);
        }
        ObjectNode listed = (ObjectNode) MAPPER.readTree(bytes);
        objects(listed).get(i).putArray(key).add(1);
        documents.add(listed);
      }
    }
    return documents;
  }

  private static boolean isOptional(byte[] bytes, String key) throws IOException {
    String type = MAPPER.readTree(bytes).path("type").asText();
    return OPTIONAL.contains(key) || OPTIONAL.contains(type + "." + key);
  }

  private static List<ObjectNode> objects(ObjectNode document) {
    List<ObjectNode> objects = new ArrayList<>(List.of(document));
    for (JsonNode value : document) {
      if (value instanceof ObjectNode child) {
        objects.addAll(objects(child));
      }
      for (JsonNode element : value) {
        if (value.isArray() && element instanceof ObjectNode child) {
          objects.addAll(objects(child));
        }
      }
    }
    return objects;
  }

  @Test
  void aPositionNeedNotTellItsProfit() throws IOException {
    JsonNode document = MAPPER.readTree(Examples.json("exchange", "open_orders"));
    ((ObjectNode) document.at("/positions/0")).remove("realized_pnl");

    assertThat(schema("exchange").validate(document)).isEmpty();
    assertThat(reads(Examples.EXCHANGE, document)).isTrue();
  }

  @Test
  void rowsHaveTheColumnsOfTheirTable() throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    JsonNode definitions = schemaText("decisions").path("$defs");
    List<RunTable> tables = Arrays.stream(RunTable.values()).filter(RunTable::isDecided).toList();
    for (RunTable table : tables) {
      List<String> names = new ArrayList<>();
      definitions.at("/" + table.label() + "/properties").fieldNames().forEachRemaining(names::add);
      columns.put(table.label(), names);
    }
    for (RunTable table : tables) {
      assertThat(columns.get(table.label()))
          .isEqualTo(table.columns().stream().map(RunTable.Column::name).toList());
    }
  }
}
