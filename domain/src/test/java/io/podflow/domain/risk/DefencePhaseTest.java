package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CA4")
class DefencePhaseTest {

  @ParameterizedTest
  @CsvSource({
    "0, DEFENCE, all targets are 0",
    "1e-9, RECOVERY, 'targets grow back, a step per UTC day'",
    "0.999, RECOVERY, 'targets grow back, a step per UTC day'",
    "1, NORMAL, targets are back at full size"
  })
  void aScaleIsAPhaseWithAMeaning(double scale, DefencePhase phase, String meaning) {
    assertThat(DefencePhase.of(scale)).isEqualTo(phase);
    assertThat(phase.meaning()).isEqualTo(meaning);
  }
}
