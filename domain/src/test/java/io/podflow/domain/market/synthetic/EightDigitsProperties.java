package io.podflow.domain.market.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;

@Tag("J2")
class EightDigitsProperties {

  private static final MathContext EIGHT = new MathContext(8, RoundingMode.HALF_EVEN);

  @Property(tries = 1000)
  void textReadsBackAndHasEightDigits(@ForAll @DoubleRange(min = -6.9, max = 14.9) double power) {
    double value = StrictMath.pow(10, power);
    double rounded = EightDigits.round(value);
    String text = EightDigits.text(rounded);
    assertThat(Double.parseDouble(text)).isEqualTo(rounded);
    assertThat(text).matches("[0-9]+(\\.[0-9]*[1-9])?");
    BigDecimal exact = new BigDecimal(value);
    assertThat(new BigDecimal(text).round(EIGHT)).isEqualByComparingTo(text);
    assertThat(new BigDecimal(text).subtract(exact).abs())
        .isLessThanOrEqualTo(exact.multiply(new BigDecimal("0.5000001e-7")));
  }

  @Property(tries = 500)
  void roundingKeepsTheOrder(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double a,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double b) {
    assertThat(EightDigits.round(Math.min(a, b)))
        .isLessThanOrEqualTo(EightDigits.round(Math.max(a, b)));
  }

  @Example
  void plainText() {
    assertThat(EightDigits.text(EightDigits.round(0.0012345678901))).isEqualTo("0.0012345679");
    assertThat(EightDigits.text(EightDigits.round(123456789012.0))).isEqualTo("123456790000");
    assertThat(EightDigits.text(EightDigits.round(9.99999999999))).isEqualTo("10");
  }

  @Example
  void rejectsWhatItCannotHold() {
    assertThatThrownBy(() -> EightDigits.round(0)).hasMessageContaining("value 0.0");
    assertThatThrownBy(() -> EightDigits.round(Double.NaN)).hasMessageContaining("NaN");
  }
}
