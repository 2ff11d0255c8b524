package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever signals, leverage and weights do, a halted coin never gets more than it had. */
@Tag("EV2")
class HaltedProperties {

  @Property(tries = 200)
  void aHaltedCoinNeverGetsMore(@ForAll long seed) {
    Random random = new Random(seed);
    PodFixture pod = new PodFixture("A/USDT", "B/USDT", "C/USDT");
    pod.maxLeverage = 0.5 + random.nextDouble();
    pod.allocation = random.nextBoolean() ? PodFixture.equalWeight(2) : null;
    for (int close = 0; close < 40; close++) {
      double before = pod.state().targets[0];
      int stillBars = random.nextInt(9);
      boolean absent = random.nextInt(6) == 0;
      pod.close(
          absent ? null : EvidenceTest.still(pod, 0, random.nextGaussian(), stillBars),
          EvidenceTest.still(pod, 1, random.nextGaussian(), 0),
          random.nextBoolean() ? null : EvidenceTest.still(pod, 2, random.nextGaussian(), 0));
      double after = pod.state().targets[0];
      if (stillBars >= 5) {
        assertThat(Math.abs(after)).isLessThanOrEqualTo(Math.abs(before));
        assertThat(after * before).isGreaterThanOrEqualTo(0);
      }
    }
  }
}
