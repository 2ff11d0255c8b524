package io.podflow.job.flink;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.AssetFunction;
import io.podflow.job.operator.BarRouter;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;

/**
 * How far a running job is, by its accumulators: first with its bars, then with one stage after the
 * other, as a batch job works.
 *
 * @param podCloses that pods decide if all of them trade from the first bar on, an estimate
 * @param portfolioCloses that the portfolio decides, an estimate as well
 */
record InputProgress(long podCloses, long portfolioCloses) {

  static InputProgress of(RunScope scope) {
    long podCloses = 0;
    for (int pod = 0; pod < scope.layout().podCount(); pod++) {
      podCloses +=
          closes(scope, scope.window().warmUpFrom(), scope.layout().pod(pod).timeframe().millis());
    }
    long finest = scope.layout().timeframes().get(0).millis();
    return new InputProgress(podCloses, closes(scope, scope.window().from(), finest));
  }

  private static long closes(RunScope scope, long from, long millis) {
    return Math.max(1, (scope.window().horizon() - from) / millis);
  }

  /** Asks the job and tells {@code progress}, when and if there is an answer. */
  void ask(JobClient job, Progress progress) {
    try {
      job.getAccumulators().thenAccept(accumulators -> tell(accumulators, progress));
    } catch (IllegalStateException clusterIsGone) {
      // The job has ended since it was last looked at; its result says how.
      return;
    }
  }

  /** A batch job decides when it has all bars: then no reader has more to count. */
  private void tell(Map<String, Object> accumulators, Progress progress) {
    long bars = count(accumulators, BarRouter.BARS);
    if (bars == 0 || bars != read(accumulators).bars()) {
      progress.bars(bars);
      return;
    }
    progress.bars(bars);
    long assets = count(accumulators, AssetFunction.BARS);
    long pods = count(accumulators, PodSetStep.COUNTER);
    long portfolio = count(accumulators, PortfolioSetStep.COUNTER);
    if (portfolio > 0) {
      told(progress, "step 4 of 4, portfolio: closes", portfolio, portfolioCloses);
    } else if (pods > 0) {
      told(progress, "step 3 of 4, pods: closes", pods, podCloses);
    } else if (assets > 0) {
      long all = count(accumulators, BarRouter.ROUTED);
      told(progress, "step 2 of 4, strategies: bars", assets, all);
    } else {
      progress.allRead();
    }
  }

  private static void told(Progress progress, String stage, long done, long all) {
    if (done < all) {
      progress.stage(stage, done, all);
    } else {
      progress.allRead();
    }
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }

  /** What the readers that are through have read. */
  static InputCounts read(Map<String, Object> accumulators) {
    return accumulators.get(BarRouter.READ) instanceof InputCounts counts
        ? counts
        : InputCounts.NONE;
  }
}
