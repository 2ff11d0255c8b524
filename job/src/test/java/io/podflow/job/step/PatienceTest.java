package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("J2")
class PatienceTest {

  private final Patience patience = new Patience(10);

  @Test
  void itBeginsWhenThereIsSomethingToWaitForAndIsOverOnce() {
    patience.look(false, 3);
    assertThat(patience.end()).isEmpty();
    assertThat(patience.isOver(100)).isFalse();
    patience.look(true, 5);
    patience.look(true, 9);
    assertThat(patience.end()).hasValue(15);
    assertThat(patience.isOver(14)).isFalse();
    assertThat(patience.isOver(15)).isTrue();
  }

  @Test
  void anotherWaitHasItsOwnTime() {
    patience.look(true, 5);
    patience.look(false, 12);
    patience.look(true, 13);
    assertThat(patience.end()).hasValue(23);
    assertThat(patience.isOver(15)).isFalse();
  }
}
