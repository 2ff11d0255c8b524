package io.podflow.job.engine;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.source.MarketFeed;
import java.nio.file.Path;

/** One way of running the steps over bounded bars. */
public interface BacktestEngine {

  /** The name of this engine on the command line. */
  String name();

  /**
   * Runs the whole feed into a run database.
   *
   * @return what was read, the same for every engine and parallelism
   * @throws Exception as the engine meets it; the first cause says what went wrong
   */
  InputCounts run(RunScope scope, MarketFeed feed, Path runDb, Progress progress) throws Exception;
}
