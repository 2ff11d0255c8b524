package io.podflow.job.testing;

import io.podflow.api.BarSeries;
import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.util.List;

/** A strategy of a user that goes wrong at its tenth bar, in the way that its parameter says. */
public final class FaultyStrategy implements StrategyProvider {

  private static final int GOOD_BARS = 9;

  @Override
  public String name() {
    return "test-faulty";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.whole("fault", 0, 0, 4, "0: throws, 1: null, 2: memory, 3: NaN, 4: volume"));
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    int fault = parameters.whole("fault");
    return new Strategy() {
      @Override
      public int historyBars() {
        return GOOD_BARS + 1;
      }

      @Override
      public Signal onClose(BarSeries bars) {
        return bars.size() > GOOD_BARS ? faulty(fault, bars) : Signal.of(1);
      }
    };
  }

  @SuppressWarnings("NullAway") // what a strategy of a user may do
  private static Signal faulty(int fault, BarSeries bars) {
    return switch (fault) {
      case 0 -> throw new ArithmeticException("/ by zero");
      case 1 -> null;
      case 2 -> throw new OutOfMemoryError("Java heap space");
      case 3 -> Signal.of(Double.NaN);
      default -> Signal.of(bars.volume(0) > 0 ? 1 : -1);
    };
  }
}
