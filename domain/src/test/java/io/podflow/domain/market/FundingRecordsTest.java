package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV7")
class FundingRecordsTest {

  private final FundingRecords records = new FundingRecords();

  @Test
  void whatIsDueIsAddedInTheOrderOfTime() {
    double[] rates = {0.1, 0.7, -0.3, 1e-9};
    for (int i : List.of(2, 0, 3, 1)) {
      records.add(new FundingRate("A", i, rates[i]));
    }
    records.add(new FundingRate("B", 2, 0.5));

    FundingRecords.Due due = records.take(2);

    assertThat(due.paid("A")).isEqualTo(0.1 + 0.7 + -0.3);
    assertThat(due.paid("B")).isEqualTo(0.5);
    assertThat(records.take(3).paid("A")).isEqualTo(1e-9);
    assertThat(records.waiting).isEmpty();
  }

  @Test
  void aSymbolIsKnownFromItsFirstRecordOn() {
    records.add(new FundingRate("A", 10, 0.1));

    assertThat(records.take(9).symbols()).isEmpty();
    assertThat(records.take(10).symbols()).containsExactly("A");
    FundingRecords.Due later = records.take(20);
    assertThat(later.knows("A")).isTrue();
    assertThat(later.knows("B")).isFalse();
    assertThat(later.paid("A")).isZero();
  }

  @Test
  void olderStateHasNone() {
    assertThat(FundingRecords.orNone(null).waiting).isEmpty();
    assertThat(FundingRecords.orNone(records)).isSameAs(records);
  }
}
