package io.podflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class ConfigReferenceTest {

  private static final String PAGE = ConfigReference.markdown();

  @Test
  void thePageThatShipsIsTheOneOfTheRecords() throws IOException {
    assertThat(Files.readString(TestConfigs.shipped("../docs/configuration.md")))
        .as("renew it with `podflow config reference > docs/configuration.md`")
        .isEqualTo(PAGE);
  }

  @Test
  void aKeyHasItsBoundsItsDefaultAndItsMeaning() {
    assertThat(PAGE)
        .contains(
            "| `capital` | a number above 0 | `100000` | Initial capital, quote currency |",
            "| `kelly_fraction` | a number in (0, 1] | `0.25` | Share of the Kelly bet taken |")
        .contains("## orchestrator.pods[]\n")
        .contains("| `pod_id` | a text of 1 to 64 characters | must be given | ")
        .contains("| `symbols` | a list, of which each is a text of 1 to 64 characters | ");
  }

  @Test
  void everyKeyOfTheSchemaIsThere() throws IOException {
    List<String> keys = new ArrayList<>();
    collect(new ObjectMapper().readTree(ConfigSchema.json()), keys);

    assertThat(keys).hasSizeGreaterThan(150);
    assertThat(PAGE.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  /** The keys of all sections but the uppermost, which are headings. */
  private static void collect(JsonNode node, List<String> keys) {
    collect(node, keys, true);
  }

  private static void collect(JsonNode node, List<String> keys, boolean uppermost) {
    JsonNode properties = node.path("properties");
    for (Map.Entry<String, JsonNode> field : properties.properties()) {
      if (!uppermost) {
        keys.add(field.getKey());
      }
      collect(field.getValue(), keys, false);
    }
    node.path("anyOf").forEach(alternative -> collect(alternative, keys, uppermost));
    if (node.has("items")) {
      collect(node.path("items"), keys, uppermost);
    }
  }
}
