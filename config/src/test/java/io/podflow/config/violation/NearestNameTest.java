package io.podflow.config.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class NearestNameTest {

  @Test
  void countsInsertionsDeletionsAndReplacements() {
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("abc", "abc")).isZero();
  }

  @Test
  void takesTheFirstOfTheNearest() {
    assertThat(NearestName.of("bat", List.of("dog", "cat", "hat"))).isEqualTo("cat");
  }

  @Test
  void knowsNothingAmongNothing() {
    assertThat(NearestName.of("bat", List.of())).isEmpty();
  }
}
