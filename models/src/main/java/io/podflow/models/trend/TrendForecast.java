package io.podflow.models.trend;

import io.podflow.api.BarSeries;
import io.podflow.api.FeatureWeight;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.domain.indicator.RealisedVolatility;
import io.podflow.domain.indicator.SignificantDigits;
import io.podflow.domain.market.BarHistory;
import io.podflow.models.Model;
import io.podflow.models.ModelFitter;
import io.podflow.models.TrainingSet;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.feature.FeatureUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trades the sign of a forecast return, sized by volatility (docs/strategies.md). The model is
 * fitted for this symbol alone, to known labels (decision SG3), and forecasts from the features of
 * the newest bar (SG2); only the sign of the forecast counts.
 *
 * <p>A model is fitted at the first bar of every block of {@code refit_every_bars} bars, counted
 * from the epoch, and used to the end of the block. Features use {@code refit_every_bars} − 1 bars
 * fewer than the history holds, so that at every bar of a block the history still holds all bars of
 * the fit: the signal is a function of the history alone, and a restart changes nothing (SG5).
 */
public final class TrendForecast implements Strategy {

  private final ForecastSettings settings;
  private final FeatureSet features;
  private final ModelFitter fitter;
  private final int seenBars;
  private final FittedModels fitted = new FittedModels();

  TrendForecast(ForecastSettings settings, FeatureSet features, ModelFitter fitter) {
    this.settings = settings;
    this.features = features;
    this.fitter = fitter;
    this.seenBars = BarHistory.MAX_BARS - (settings.refitEveryBars() - 1);
  }

  @Override
  public int historyBars() {
    return BarHistory.MAX_BARS;
  }

  @Override
  public int volatilityBars() {
    return settings.volWindow();
  }

  @Override
  public Signal onClose(BarSeries bars) {
    Optional<Model> model = model(bars);
    if (model.isEmpty()) {
      return Signal.warmUp();
    }
    double forecast = forecast(model.get(), bars);
    double volatility = RealisedVolatility.of(bars, settings.volWindow(), settings.barsPerYear());
    double strength =
        RealisedVolatility.scalar(settings.volTarget(), volatility, settings.minVolatility());
    double direction = direction(forecast);
    if (Double.isNaN(direction) || Double.isNaN(strength)) {
      return Signal.undefined();
    }
    return Signal.of(direction < 0 && !settings.shorts() ? 0 : direction * strength);
  }

  /** Sign of the forecast; 0 for a relative forecast within rounding error of 0 (decision EV6). */
  private double direction(double forecast) {
    boolean none =
        settings.units() == FeatureUnits.RELATIVE && SignificantDigits.isNothing(forecast, 1);
    return none ? 0 : Math.signum(forecast);
  }

  @Override
  public List<FeatureWeight> explain(BarSeries bars) {
    List<FeatureWeight> weights = new ArrayList<>();
    model(bars)
        .ifPresent(
            model -> {
              double[] values = model.weights();
              for (int j = 0; j < values.length; j++) {
                weights.add(new FeatureWeight(features.names().get(j), values[j]));
              }
            });
    return weights;
  }

  /** The model in use at the newest bar; empty with too few training rows. */
  Optional<Model> model(BarSeries bars) {
    BarSeries known = EarlierBars.of(bars, firstOfBlock(bars), seenBars);
    return settings.refitEveryBars() == 1 ? fit(known) : fitted.get(known, () -> fit(known));
  }

  private Optional<Model> fit(BarSeries bars) {
    TrainingSet set =
        TrainingWindow.of(
            bars, features, settings.units(), settings.trainingWindow(), settings.horizon());
    return Optional.ofNullable(set).map(fitter::fit);
  }

  /** The forecast return over the horizon, fraction; NaN where a feature is undefined. */
  double forecast(Model model, BarSeries bars) {
    double[][] columns = features.columns(EarlierBars.of(bars, 0, seenBars), 1, settings.units());
    double[] row = new double[columns.length];
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = columns[j][0];
      sum += row[j];
    }
    return Double.isNaN(sum) ? Double.NaN : model.forecast(row);
  }

  /** Position, in bars ago, of the first bar in the block of the newest bar. */
  private int firstOfBlock(BarSeries bars) {
    long block = block(bars, 0);
    int ago = 0;
    while (ago + 1 < bars.size() && block(bars, ago + 1) == block) {
      ago++;
    }
    return ago;
  }

  private long block(BarSeries bars, int ago) {
    return Math.floorDiv(bars.closeTime(ago), settings.barMillis() * settings.refitEveryBars());
  }
}
