package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.config.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LV11")
class VersionSizeTest {

  @Test
  void aConfigurationThatAJobWouldNotReadIsNotSent() {
    String yaml = "y".repeat(262_144 - 100);

    assertThat(VersionSize.within("id", "y: 1")).isEqualTo("y: 1");
    assertThatThrownBy(() -> VersionSize.within("id", yaml + "\n".repeat(51)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("(expected: at most 262144)");
  }

  @Test
  void whatCountsIsTheMessageAndNotTheText() {
    String yaml = "\n".repeat(131_072);

    assertThatThrownBy(() -> VersionSize.within("id", yaml)).isInstanceOf(Refusal.class);
    assertThat(VersionSize.within("id", "y".repeat(131_072))).hasSize(131_072);
  }
}
