package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("J3")
class SortedAlignmentTest {

  private static final int KEY = 3;

  private final Told told = new Told();
  private final TensStep step = new TensStep(60, false);
  private final SortedAlignment<Long, ?, String> keys =
      new SortedAlignment<>(step, new Alignment<>(step, told));

  @Test
  void anInputOfALaterCloseEndsTheClosesBeforeItsOwn() {
    keys.take(KEY, 1L);
    keys.take(KEY, 3L);
    assertThat(told.decided).isEmpty();
    keys.take(KEY, 32L);
    assertThat(told.decided).containsExactly("10:[][1, 3]", "20:[][]", "30:[][]");
  }

  @Test
  void anInputOfAnEarlierCloseIsRefused() {
    keys.take(KEY, 32L);
    assertThatThrownBy(() -> keys.take(KEY, 1L))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10 after 40");
  }

  /** Nothing is kept of a key that has ended: one of the same number would begin anew. */
  @Test
  void aKeyThatHasEndedIsForgotten() {
    keys.take(KEY, 51L);
    keys.end(KEY);
    keys.take(KEY, 1L);
    keys.end(KEY);
    assertThat(told.decided).startsWith("60:[][51]", "end", "10:[][1]").endsWith("60:[][]", "end");
    assertThat(told.late).isEmpty();
  }
}
