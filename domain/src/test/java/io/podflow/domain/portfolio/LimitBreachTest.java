package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.portfolio.orders.LimitBreach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a limit is broken by so much that what is held has to shrink at once. */
@Tag("TR2")
class LimitBreachTest {

  private final LimitBreach limits = new LimitBreach(3, 0.3);

  @Test
  void aTenthAboveALimitIsNotMoreThanATenth() {
    assertThat(limits.isBroken(1.1 * 3, 0)).isFalse();
    assertThat(limits.isBroken(0, 1.1 * 0.3)).isFalse();
    assertThat(limits.isBroken(3.301, 0)).isTrue();
    assertThat(limits.isBroken(0, 0.3301)).isTrue();
  }

  /** The last bits of a product are rounding. */
  @Test
  void aTenthAndItsRoundingIsNotMoreThanATenth() {
    assertThat(limits.isBroken(1.1 * 3 * (1 + 5e-13), 0)).isFalse();
    assertThat(limits.isBroken(0, 1.1 * 0.3 * (1 + 5e-13))).isFalse();
  }

  @Test
  void aPositionOfTheSameSizeOnTheOtherSideDoesNotShrink() {
    assertThat(LimitBreach.shrinks(-3, 3)).isFalse();
    assertThat(LimitBreach.shrinks(-2.9, 3)).isTrue();
  }

  @Test
  void ofEquityOfExactlyNothingNothingIsAShare() {
    assertThat(LimitBreach.gross(new double[] {3}, new double[] {100}, 0)).isZero();
  }
}
