package io.podflow.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.models.Model;
import io.podflow.models.TrainingSet;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.feature.FeatureUnits;
import io.podflow.models.testing.StrategyVectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The unit cases of the elastic net: coefficients and predictions to 1e-6 relative. */
@Tag("L6")
class ElasticNetVectorsTest {

  private static final int WINDOW = 68;
  private static final int HORIZON = 12;
  private static final double L1_RATIO = 0.6812;

  @Test
  void theCappedRecipeGivesTheGoldenCoefficients() {
    int cases = 0;
    for (String symbol : StrategyVectors.SYMBOLS) {
      for (NamedCsvRecord row : StrategyVectors.rows("elasticnet_unit_cases.csv", symbol)) {
        if (row.getField("solver").equals("tol1e-4")) {
          check(row, StrategyVectors.bars(symbol));
          cases++;
        }
      }
    }
    assertThat(cases).isEqualTo(12);
  }

  private static void check(NamedCsvRecord row, List<Bar> bars) {
    int t = Integer.parseInt(row.getField("t"));
    BarSeries history = StrategyVectors.history(bars, t + 1);
    double[][] columns = FeatureSet.CTREND.columns(history, WINDOW + 1, FeatureUnits.ORIGINAL);
    TrainingSet set = rows(columns, history);
    assertThat(set.rows()).isEqualTo((int) StrategyVectors.number(row, "n_train"));

    Model model = new ElasticNet(L1_RATIO).fit(set);

    double[] weights = model.weights();
    double[] features = new double[columns.length];
    for (int j = 0; j < weights.length; j++) {
      features[j] = columns[j][WINDOW];
      String name = FeatureSet.CTREND.names().get(j);
      close(weights[j], StrategyVectors.number(row, "w_" + name), t + " " + name);
    }
    double prediction = StrategyVectors.number(row, "prediction");
    if (!Double.isNaN(prediction)) {
      close(model.forecast(features), prediction, t + " prediction");
    }
    double[] nothing = new double[features.length];
    close(model.forecast(nothing), StrategyVectors.number(row, "intercept"), t + " intercept");
  }

  private static void close(double actual, double expected, String what) {
    double size = Math.max(1e-9, Math.abs(expected));
    assertThat(Math.abs(actual - expected) / size).as(what).isLessThan(1e-6);
  }

  private static TrainingSet rows(double[][] columns, BarSeries bars) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row <= WINDOW - HORIZON; row++) {
      rows.add(row);
    }
    double[][] selected = new double[columns.length][rows.size()];
    double[] labels = new double[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        selected[j][i] = columns[j][rows.get(i)];
      }
      int ago = WINDOW - rows.get(i);
      labels[i] = bars.close(ago - HORIZON) / bars.close(ago) - 1;
    }
    return new TrainingSet(selected, labels);
  }
}
