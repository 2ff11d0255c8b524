package io.podflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.podflow.config.violation.ViolationLog;
import io.podflow.config.yaml.YamlReader;
import io.podflow.domain.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema and the checker say the same about single keys. Rules between keys are beyond a
 * schema: it accepts what breaks only these.
 */
@Tag("V1")
class ConfigSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ConfigSchema.tree());

  static Stream<String> shippedFiles() {
    return SampleConfigsTest.shippedFiles();
  }

  private static boolean accepts(JsonNode tree) {
    return SCHEMA.validate(tree).isEmpty();
  }

  private static ObjectNode tree(String yaml) {
    return YamlReader.read(yaml, ViolationLog.discarding()).orElseThrow();
  }

  @Test
  void theSchemaThatShipsIsTheOneOfTheRecords() throws IOException {
    assertThat(Files.readString(TestConfigs.shipped("podflow.schema.json")))
        .as("renew it with `podflow config schema > config/podflow.schema.json`")
        .isEqualTo(ConfigSchema.json());
  }

  @ParameterizedTest
  @MethodSource("shippedFiles")
  void everyShippedFileIsValid(String file) throws IOException {
    JsonNode tree = tree(Files.readString(TestConfigs.shipped(file)));

    assertThat(SCHEMA.validate(tree)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shippedFiles")
  void everyEffectiveConfigurationIsValid(String file) {
    ConfigReading reading = TestConfigs.READER.read(TestConfigs.shipped(file));

    assertThat(SCHEMA.validate(tree(EffectiveConfig.yaml(reading.orThrow())))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheVectorsOnSingleKeys() {
    return Shared.cases("config.json")
        .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    Optional<ObjectNode> tree =
        YamlReader.read(vector.at("/input/yaml").asText(), ViolationLog.discarding());
    boolean valid = vector.at("/expected/valid").asBoolean();
    boolean beyondASchema = vector.path("cross_field").asBoolean();
    assertThat(tree.map(ConfigSchemaTest::accepts).orElse(false)).isEqualTo(valid || beyondASchema);
  }

  @Test
  void refusesUnknownKeysAtEveryLevel() {
    assertThat(accepts(tree(TestConfigs.ONE_POD))).isTrue();
    assertThat(accepts(tree(TestConfigs.ONE_POD + "x: 1\n"))).isFalse();
    assertThat(accepts(tree(TestConfigs.orchestrator("x: 1")))).isFalse();
    assertThat(accepts(tree(TestConfigs.orchestrator("turnover_constraint: {x: 1}")))).isFalse();
    assertThat(accepts(tree(TestConfigs.pod("x: 1")))).isFalse();
    assertThat(accepts(tree(TestConfigs.pod("asset_selector: {x: 1}")))).isFalse();
  }

  @Test
  void knowsWhereNullIsAllowed() {
    assertThat(accepts(tree(TestConfigs.orchestrator("turnover_constraint: null")))).isTrue();
    assertThat(accepts(tree(TestConfigs.orchestrator("graduation: null")))).isFalse();
    assertThat(accepts(tree(TestConfigs.pod("system_stop_loss: null")))).isTrue();
    assertThat(accepts(tree(TestConfigs.pod("max_leverage: null")))).isFalse();
  }

  @Test
  void knowsANumberOrAWord() {
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {replication: 1}")))).isTrue();
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {replication: auto}")))).isTrue();
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {replication: 0}")))).isFalse();
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {replication: 32768}")))).isFalse();
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {replication: all}")))).isFalse();
  }

  @Test
  void knowsPatternsOfTexts() {
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {order_timeout: 5 m}")))).isTrue();
    assertThat(accepts(tree(TestConfigs.orchestrator("live: {order_timeout: 5}")))).isFalse();
    assertThat(accepts(tree(TestConfigs.ONE_POD.replace("ETH/USDT", "-ETHUSDT")))).isFalse();
    assertThat(accepts(tree(TestConfigs.ONE_POD.replace("ETH/USDT", "a..b")))).isFalse();
    assertThat(accepts(tree(TestConfigs.ONE_POD.replace("ETH/USDT", "\"a\\\\b\"")))).isFalse();
    assertThat(accepts(tree(TestConfigs.ONE_POD.replace("ETH/USDT", "币安人生/USDT")))).isTrue();
    assertThat(accepts(tree(TestConfigs.ONE_POD.replace("ETH/USDT", "2024")))).isTrue();
    assertThat(accepts(tree(TestConfigs.ONE_POD + "backtest: {start: soon}\n"))).isFalse();
    assertThat(accepts(tree(TestConfigs.pod("timeframe: 12h")))).isTrue();
    assertThat(accepts(tree(TestConfigs.pod("timeframe: 7h")))).isFalse();
  }
}
