package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.portfolio.books.Ledger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FP8")
class LedgerTest {

  /** Two pods that hold 3 and −2 of a symbol at 10; 100 in cash each, 50 in reserve. */
  private static Ledger ledger() {
    Ledger ledger = new Ledger(2, 1, 250);
    ledger.marks[0] = 10;
    ledger.setCapital(0, 100);
    ledger.setCapital(1, 100);
    ledger.adopt(0, 0, 3);
    ledger.adopt(1, 0, -2);
    return ledger;
  }

  @Test
  void stateOfBeforeLargestQuantitiesWereKeptHasHadWhatItHas() {
    Ledger ledger = ledger();
    ledger.largest = new double[0][];
    ledger.given = new double[0];
    ledger.complete();
    assertThat(ledger.largest).isDeepEqualTo(new double[][] {{3}, {2}});
    assertThat(ledger.takeEarned(0)).isZero();
    assertThat(ledger.takeEarned(1)).isZero();
  }

  @Test
  void stateThatIsCompleteStaysAsItIs() {
    Ledger ledger = ledger();
    ledger.adopt(0, 0, -2);
    ledger.marks[0] = 20;
    ledger.complete();
    assertThat(ledger.largest).isDeepEqualTo(new double[][] {{3}, {2}});
    assertThat(ledger.takeEarned(0)).as("one unit has gained 10").isEqualTo(10);
    assertThat(ledger.takeEarned(1)).isEqualTo(-20);
  }

  @Test
  void whatPodsHoldAgainstEachOtherIsNothingToThePortfolio() {
    Ledger ledger = ledger();
    assertThat(ledger.isFlat()).isFalse();
    assertThat(ledger.gross()).isEqualTo(10);
    ledger.adopt(1, 0, -1);
    assertThat(ledger.isFlat()).isTrue();
    assertThat(ledger.gross()).isZero();
    assertThat(ledger.equity()).isEqualTo(250);
  }
}
