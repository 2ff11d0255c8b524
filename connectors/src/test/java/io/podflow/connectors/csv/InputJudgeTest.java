package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.BacktestSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scan counts, and what of it is refused. */
@Tag("DA1")
class InputJudgeTest {

  private static final PortfolioLayout ROSTER =
      PortfolioLayouts.of(Timeframe.D1, "BTC/USDT", "ETH/USDT");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<String> rows = new ArrayList<>();

  private void days(int count) {
    for (int i = 0; i < count; i++) {
      rows.add(LocalDate.of(2024, 1, 1).plusDays(i) + ",10,12,9,11,1");
    }
  }

  private SymbolFile scanned(BacktestSettings range) {
    Reading.write(folder, "BTC-USDT.csv", rows.toArray(String[]::new));
    return BarFolder.inventory(folder, ROSTER, range).files().get(0);
  }

  private List<InputJudge.Fault> faults(BacktestSettings range) {
    Reading.write(folder, "BTC-USDT.csv", rows.toArray(String[]::new));
    BarInventory inventory = BarFolder.inventory(folder, ROSTER, range);
    return new InputJudge(range).faults(inventory, List.of("BTC/USDT"));
  }

  private static BacktestSettings year() {
    return PortfolioLayouts.range("2024-01-01", "2024-12-31", 0);
  }

  @Test
  void everyReasonIsCountedAndTheFirstOffenceHasItsLine() {
    days(20);
    rows.set(3, "2024-01-04,10,12,x,11,1");
    rows.set(4, "2024-01-05T06:00:00Z,10,12,9,11,1");
    rows.set(5, "2024-01-06,10,12,0,11,1");
    rows.set(6, "2024-01-07,10,inf,9,11,1");
    rows.set(7, "2024-01-08,10,10.5,9,11,1");
    rows.add(9, rows.get(8));
    rows.add(12, rows.get(11).replace(",11,1", ",11.5,1"));
    RowCounts counts = scanned(year()).counts();
    assertThat(counts.rows()).isEqualTo(22);
    assertThat(counts.used()).isEqualTo(15);
    assertThat(counts.rejected()).containsExactly(1L, 1L, 2L, 1L);
    assertThat(counts.duplicates()).isEqualTo(1);
    assertThat(counts.superseded()).isEqualTo(1);
    assertThat(counts.firstOffence()).isEqualTo("BTC-USDT.csv:5: low 'x' is not a number");
    assertThat(counts.rejectedShare()).isEqualTo(5.0 / 20);
  }

  @Test
  void rowsOutsideTheRangeAreNotJudged() {
    days(300);
    for (int i = 0; i < 100; i++) {
      rows.set(i, rows.get(i).replace(",9,", ",-9,"));
    }
    BacktestSettings later = PortfolioLayouts.range("2024-06-01", "2024-07-31", 30);
    assertThat(faults(later)).isEmpty();
    assertThat(scanned(later).counts().rows()).isEqualTo(30 + 61);
    assertThat(scanned(later).counts().used()).isEqualTo(30 + 61);
    assertThat(faults(year())).hasSize(1);
    assertThat(scanned(year()).counts().rejectedRows()).isEqualTo(100);
  }

  @Test
  void moreThanTheShareIsRefusedAndTheShareItselfIsNot() {
    days(100);
    rows.set(50, "garbage");
    assertThat(faults(year())).isEmpty();
    rows.set(60, "garbage");
    assertThat(faults(year()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(InputJudge.Kind.REJECTED);
              assertThat(fault.sentence())
                  .isEqualTo(
                      "BTC/USDT: 2 of 100 rows rejected, the first:"
                          + " BTC-USDT.csv:52: 1 fields (expected: 6)");
            });
  }

  @Test
  void secondRowsOfATimeCountOnNeitherSide() {
    days(100);
    rows.set(50, "garbage");
    List<String> doubled = new ArrayList<>();
    rows.forEach(
        row -> {
          doubled.add(row);
          if (!row.equals("garbage")) {
            doubled.add(row.replace(",11,1", ",10.5,1"));
          }
        });
    rows.clear();
    rows.addAll(doubled);
    assertThat(faults(year())).isEmpty();
    assertThat(scanned(year()).counts().rejectedShare()).isEqualTo(0.01);
    assertThat(scanned(year()).counts().superseded()).isEqualTo(99);
  }

  @Test
  void aSymbolWithoutFileOrRowsIsMissing() {
    Reading.write(folder, "BTC-USDT.csv");
    rows.clear();
    assertThat(faults(year()))
        .extracting(InputJudge.Fault::kind)
        .containsExactly(InputJudge.Kind.MISSING);
    BarInventory inventory = BarFolder.inventory(folder, ROSTER, year());
    assertThat(new InputJudge(year()).faults(inventory, List.of("ETH/USDT")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).isEqualTo("ETH/USDT: no file of bars"));
  }

  @Test
  void aRangeInWhichNoSymbolHasABarIsRefused() {
    days(10);
    rows.subList(3, 8).clear();
    BacktestSettings hole = PortfolioLayouts.range("2024-01-04", "2024-01-08", 0);
    Reading.write(folder, "BTC-USDT.csv", rows.toArray(String[]::new));
    BarInventory inventory = BarFolder.inventory(folder, ROSTER, hole);
    assertThatThrownBy(() -> BarFolder.window(hole, inventory))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining("nothing of 2024-01-04 to 2024-01-08");
  }

  @Test
  void theClosesWithABarOfAnySymbolAreCounted() {
    days(10);
    Reading.write(folder, "BTC-USDT.csv", rows.toArray(String[]::new));
    Reading.write(
        folder,
        "ETH-USDT.csv",
        "2024-01-12,1,1,1,1,1",
        "2024-01-10,1,1,1,1,1",
        "2024-01-13,1,1,1,1,1");
    BacktestSettings range = PortfolioLayouts.range("2024-01-03", "2024-01-31", 1);
    BarInventory inventory = BarFolder.inventory(folder, ROSTER, range);
    assertThat(inventory.closes()).isEqualTo(29);
    assertThat(inventory.coveredCloses()).isEqualTo(8 + 2);
    SymbolFile eth = inventory.files().get(1);
    assertThat(eth.ordered()).isFalse();
    assertThat(eth.expectedRows()).isEqualTo(4);
    assertThat(eth.coverage()).isEqualTo(0.75);
  }

  @Test
  void barsWithinAPeriodCoverItsClose() {
    Reading.write(
        folder,
        "BTC-USDT.csv",
        "2024-01-01T05:00:00Z,1,1,1,1,1",
        "2024-01-01T06:00:00Z,1,1,1,1,1",
        "2024-01-03T23:00:00Z,1,1,1,1,1",
        "2024-01-04T00:00:00Z,1,1,1,1,1");
    BarInventory inventory =
        BarFolder.inventory(folder, ROSTER, PortfolioLayouts.range("2024-01-01", "2024-01-04", 0));
    assertThat(inventory.coveredCloses()).isEqualTo(3);
  }
}
