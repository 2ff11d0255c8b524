package io.podflow.models.feature;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.api.Bar;
import io.podflow.models.testing.StrategyVectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every feature of every bar against the golden ones, to 1e-9 (docs/strategies.md). */
@Tag("L6")
class FeatureVectorsTest {

  @ParameterizedTest
  @CsvSource({"CTREND, ctrend_features_1d.csv", "GBTREND, gbtrend_features_1d.csv"})
  void everyFeatureIsTheGoldenOne(FeatureSet set, String file) {
    int compared = 0;
    for (String symbol : StrategyVectors.SYMBOLS) {
      List<Bar> bars = StrategyVectors.bars(symbol);
      List<NamedCsvRecord> rows = StrategyVectors.rows(file, symbol);
      double[][] columns =
          set.columns(
              StrategyVectors.history(bars, bars.size()), bars.size(), FeatureUnits.ORIGINAL);
      for (int j = 0; j < columns.length; j++) {
        for (int i = 0; i < rows.size(); i++) {
          double expected = StrategyVectors.number(rows.get(i), "feat_" + set.names().get(j));
          String where = symbol + " " + set.names().get(j) + " " + i;
          double scale = Math.max(1e-9, Math.abs(expected));
          if (Double.isNaN(expected)) {
            assertThat(columns[j][i]).as(where).isNaN();
          } else {
            assertThat(Math.abs(columns[j][i] - expected) / scale).as(where).isLessThan(1e-8);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(20_000);
  }

  @Test
  void aSetIsInAlphabeticalOrder() {
    for (FeatureSet set : FeatureSet.values()) {
      assertThat(set.names()).isSorted().doesNotHaveDuplicates();
    }
    assertThat(FeatureSet.CTREND.names()).hasSize(28);
    assertThat(FeatureSet.GBTREND.names()).hasSize(12);
  }

  @Test
  void whatIsSeenOfTheLastBarsDoesNotDependOnHowManyAreAskedFor() {
    List<Bar> bars = StrategyVectors.bars("AAA/USDT");
    double[][] all =
        FeatureSet.CTREND.columns(StrategyVectors.history(bars, 300), 300, FeatureUnits.ORIGINAL);
    double[][] one =
        FeatureSet.CTREND.columns(StrategyVectors.history(bars, 300), 1, FeatureUnits.ORIGINAL);
    for (int j = 0; j < all.length; j++) {
      assertThat(one[j][0]).isEqualTo(all[j][299]);
    }
  }

  @Test
  void laterBarsChangeNothingBeforeThem() {
    List<Bar> bars = StrategyVectors.bars("BBB/USDT");
    double[][] whole =
        FeatureSet.CTREND.columns(StrategyVectors.history(bars, 400), 400, FeatureUnits.ORIGINAL);
    double[][] part =
        FeatureSet.CTREND.columns(StrategyVectors.history(bars, 350), 350, FeatureUnits.ORIGINAL);
    for (int j = 0; j < whole.length; j++) {
      assertThat(part[j]).isEqualTo(Arrays.copyOf(whole[j], 350));
    }
  }
}
