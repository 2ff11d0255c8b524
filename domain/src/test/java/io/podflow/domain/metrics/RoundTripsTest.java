package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FI3")
class RoundTripsTest {

  private final RoundTrips trips = new RoundTrips();

  @Test
  void aTripEndsWhenThePositionIsClosed() {
    trips.fill(2, 100, 1, false);
    trips.fill(-1, 110, 1, true);
    assertThat(trips.sizeOfAll()).isZero();
    trips.fill(-1, 90, 1, false);
    assertThat(trips.sizeOfAll()).as("10 − 10 − 3").isCloseTo(3, within(1e-9));
    assertThat(trips.sizeOfMarked()).isCloseTo(3, within(1e-9));
    assertThat(trips.isOpen()).isFalse();
  }

  @Test
  void aFillThatTurnsThePositionRoundEndsOneTripAndBeginsAnother() {
    trips.fill(1, 100, 0, false);
    trips.fill(-3, 120, 3, true);
    assertThat(trips.sizeOfAll()).as("20 less a third of the cost").isCloseTo(19, within(1e-9));
    trips.end(130);
    assertThat(trips.sizeOfAll()).as("and −20 − 2").isCloseTo(19 + 22, within(1e-9));
    assertThat(trips.sizeOfMarked()).isCloseTo(41, within(1e-9));
  }

  @Test
  void onlyTripsWithAMarkedFillCountAsMarked() {
    trips.fill(1, 100, 0, true);
    trips.fill(-1, 105, 0, false);
    trips.fill(-1, 105, 0, false);
    trips.fill(1, 100, 0, false);
    assertThat(trips.sizeOfAll()).isCloseTo(10, within(1e-9));
    assertThat(trips.sizeOfMarked()).isCloseTo(5, within(1e-9));
  }
}
