package io.podflow.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LV8")
class ReplicationTest {

  @Test
  void autoIsAllBrokersUpToThree() {
    assertThat(Replication.Auto.AUTO.among(1)).isEqualTo(1);
    assertThat(Replication.Auto.AUTO.among(2)).isEqualTo(2);
    assertThat(Replication.Auto.AUTO.among(3)).isEqualTo(3);
    assertThat(Replication.Auto.AUTO.among(7)).isEqualTo(3);
  }

  @Test
  void aNumberIsTakenAsItIs() {
    assertThat(new Replication.Copies(2).among(1)).isEqualTo(2);
    assertThatThrownBy(() -> new Replication.Copies(0)).hasMessage("replication is 0");
    assertThatThrownBy(() -> new Replication.Copies(32_768)).hasMessage("replication is 32768");
  }
}
