package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/wire.md can be read, and there is one of each type. */
@Tag("J2")
class WirePageTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long NOW = Instant.parse("2024-01-02T00:02:00Z").toEpochMilli();

  /** An example, and the topic under whose heading it stands. */
  record Example(String topic, String json) {}

  static List<Example> examples() throws IOException {
    Path page = Path.of(System.getProperty("podflow.root", "..")).resolve("docs/wire.md");
    List<Example> examples = new ArrayList<>();
    String heading = "";
    StringBuilder block = null;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("## ")) {
        heading = line.substring(3);
      } else if (line.equals("```json")) {
        block = new StringBuilder();
      } else if (line.equals("```") && block != null) {
        examples.add(new Example(heading, block.toString()));
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsWrittenAsItWasRead(Example example) throws IOException {
    JsonNode document = MAPPER.readTree(example.json());
    JsonNode written = MAPPER.readTree(rewritten(Examples.topic(example.topic()), example.json()));
    // optional, and written as null where it is not known
    written.path("positions").forEach(WirePageTest::withoutUnknownProfit);
    document.path("positions").forEach(WirePageTest::withoutUnknownProfit);
    assertThat(written).isEqualTo(document);
  }

  private static void withoutUnknownProfit(JsonNode position) {
    if (position.path("realized_pnl").isNull()) {
      ((ObjectNode) position).remove("realized_pnl");
    }
  }

  private static <T> byte[] rewritten(WireTopic<T> topic, String json) {
    Decoded<T> decoded = topic.decode(json.getBytes(StandardCharsets.UTF_8), NOW);
    assertThat(decoded).isInstanceOf(Decoded.Message.class);
    return topic.encode(((Decoded.Message<T>) decoded).value());
  }

  private static String type(String topic, String json) {
    try {
      return topic + " " + MAPPER.readTree(json).path("type").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyTypeHasAnExample() throws IOException {
    Set<String> shown =
        examples().stream()
            .map(example -> type(example.topic(), example.json()))
            .collect(Collectors.toSet());
    Set<String> known =
        Examples.all().stream()
            .flatMap(
                group ->
                    group.encoded().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .map(json -> type(group.topic().name(), json)))
            .collect(Collectors.toSet());
    assertThat(shown).isEqualTo(known);
  }
}
