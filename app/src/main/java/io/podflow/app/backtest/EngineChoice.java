package io.podflow.app.backtest;

import io.podflow.job.engine.BacktestEngine;
import io.podflow.job.flink.FlinkEngine;
import io.podflow.job.inline.InlineEngine;

/** The engines of a backtest, by their names on the command line. */
enum EngineChoice {
  FLINK {
    @Override
    BacktestEngine create(int parallelism) {
      return new FlinkEngine(parallelism);
    }
  },
  INLINE {
    @Override
    BacktestEngine create(int parallelism) {
      return new InlineEngine(EngineChoice.class.getClassLoader());
    }
  };

  abstract BacktestEngine create(int parallelism);

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
