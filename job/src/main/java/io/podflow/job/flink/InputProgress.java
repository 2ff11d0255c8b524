package io.podflow.job.flink;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.engine.Progress;
import io.podflow.job.operator.BarRouter;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;

/** How far a running job is with its input, by its accumulators. */
final class InputProgress {

  private InputProgress() {}

  /** Asks the job and tells {@code progress}, when and if there is an answer. */
  static void ask(JobClient job, Progress progress) {
    try {
      job.getAccumulators().thenAccept(accumulators -> tell(accumulators, progress));
    } catch (IllegalStateException clusterIsGone) {
      // The job has ended since it was last looked at; its result says how.
      return;
    }
  }

  /** A batch job decides when it has all bars: then no reader has more to count. */
  private static void tell(Map<String, Object> accumulators, Progress progress) {
    long bars = accumulators.get(BarRouter.BARS) instanceof Long count ? count : 0;
    progress.bars(bars);
    if (bars > 0 && bars == read(accumulators).bars()) {
      progress.allRead();
    }
  }

  /** What the readers that are through have read. */
  static InputCounts read(Map<String, Object> accumulators) {
    return accumulators.get(BarRouter.READ) instanceof InputCounts counts
        ? counts
        : InputCounts.NONE;
  }
}
