package io.podflow.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("V1")
class PlainScalarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "no", "on", "1:30", "0x1f", "1_000", "1D", "2024-01-01", "30 s", "."})
  void theseAreTexts(String text) {
    assertThat(PlainScalar.resolve(text).textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-7", "+7", "007", "123456789012", "99999999999999999999"})
  void theseAreWholeNumbers(String text) {
    assertThat(PlainScalar.resolve(text).isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", ".5", "5.", "1e-9", "1E7", "-1.5e+3", ".nan", "-.inf"})
  void theseAreNumbersWithAPoint(String text) {
    assertThat(PlainScalar.resolve(text).isDouble()).isTrue();
  }

  @Test
  void emptyAndTildeAreNull() {
    assertThat(PlainScalar.resolve("").isNull()).isTrue();
    assertThat(PlainScalar.resolve("~").isNull()).isTrue();
  }
}
