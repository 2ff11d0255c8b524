package io.podflow.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("V1")
class DurationsTest {

  @Test
  void readsEveryUnit() {
    assertThat(Durations.parse("500 ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse("30 s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(Durations.parse("5 m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Durations.parse("2h")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void writesSecondsOrMilliseconds() {
    assertThat(Durations.text(Duration.ofMinutes(2))).isEqualTo("120 s");
    assertThat(Durations.text(Duration.ofMillis(1500))).isEqualTo("1500 ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30", "0 s", "-1 s", "1.5 s", "5 min", "5  s", "s", "9999999999999 s"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
