package io.podflow.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.violation.Places;
import io.podflow.config.violation.Violation;
import io.podflow.config.violation.ViolationLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DA5")
class MergeKeyTest {

  private final ViolationLog log = new ViolationLog(new Places("test.yaml"));

  private ObjectNode read(String yaml) {
    return YamlReader.read(yaml, log).orElseThrow();
  }

  @Test
  void keysOfAnotherMappingStandInWhereNoneIsGiven() {
    ObjectNode root =
        read(
            """
            a: &a {x: 1, y: [1, 2]}
            b:
              x: 2
              <<: *a
              z: 3
            """);

    assertThat(root.get("b")).isEqualTo(read("{x: 2, z: 3, y: [1, 2]}"));
    assertThat(log.isEmpty()).isTrue();
  }

  @Test
  void placesAreThoseOfTheKeysThatWereWritten() {
    read("a: &a\n  x: 1\n  y: {z: 2}\nb: {<<: *a}\n");

    assertThat(log.places().of("b.x").line()).isEqualTo(2);
    assertThat(log.places().of("b.y.z").line()).isEqualTo(3);
  }

  @Test
  void ofSeveralTheEarlierWinsAndTheyMayBeMadeOfOthers() {
    ObjectNode root =
        read(
            """
            a: &a {x: 1, y: 1}
            b: &b {<<: *a, y: 2, z: 2}
            c: {<<: [*b, {x: 3, w: 3}]}
            """);

    assertThat(root.get("c")).isEqualTo(read("{y: 2, z: 2, x: 1, w: 3}"));
    assertThat(log.isEmpty()).isTrue();
  }

  @Test
  void onlyMappingsCanBeMerged() {
    read("a: &a 5\nb:\n  <<: *a\n");

    assertThat(log.all())
        .extracting(Violation::toString)
        .containsExactly("test.yaml:3: b.<<: 5 (must name a mapping, as *name, or a list of them)");
  }

  @Test
  void nothingContainsItself() {
    read("a: &a\n  x: 1\n  <<: *a\n");

    assertThat(log.all())
        .extracting(Violation::toString)
        .containsExactly("test.yaml:3: a: (must not contain itself)");
  }

  @Test
  void inQuotesItIsAKeyLikeAnyOther() {
    assertThat(read("{'<<': {x: 1}}").has("<<")).isTrue();
  }
}
