package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.selection.MovedBy;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExclusionsTest {

  private static final Set<MovedBy> AT_ONCE =
      EnumSet.of(MovedBy.HARD, MovedBy.ABSOLUTE_SHARPE, MovedBy.ABSOLUTE_DRAWDOWN);

  @ParameterizedTest
  @EnumSource
  @Tag("TR2")
  void hardExclusionsAndAbsoluteLimitsAreForcedAndNothingElseIs(MovedBy rule) {
    assertThat(Exclusions.atOnce(new MovedBy[] {rule})).containsExactly(AT_ONCE.contains(rule));
  }
}
