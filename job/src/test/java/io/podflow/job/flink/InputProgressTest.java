package io.podflow.job.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.engine.Progress;
import io.podflow.job.operator.AssetFunction;
import io.podflow.job.operator.BarRouter;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;

class InputProgressTest {

  private static final class Told implements Progress {
    private final List<String> words = new ArrayList<>();

    @Override
    public void bars(long bars) {
      words.add(bars + " bars");
    }

    @Override
    public void allRead() {
      words.add("all read");
    }

    @Override
    public void stage(String stage, long done, long all) {
      words.add(stage + " " + done + " of " + all);
    }
  }

  private static final InputProgress INPUT = new InputProgress(100, 50);

  private final Told told = new Told();

  /** A job that can only be asked for its accumulators. */
  private static JobClient job(Supplier<Object> answer) {
    return (JobClient)
        Proxy.newProxyInstance(
            JobClient.class.getClassLoader(),
            new Class<?>[] {JobClient.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getAccumulators");
              return answer.get();
            });
  }

  private static JobClient job(Map<String, Object> accumulators) {
    return job(() -> CompletableFuture.completedFuture(accumulators));
  }

  private static InputCounts read(long bars) {
    return new InputCounts(0, bars, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void barsAreToldWhileReadersRead() {
    INPUT.ask(job(Map.of()), told);
    INPUT.ask(job(Map.of(BarRouter.BARS, 7L, BarRouter.READ, InputCounts.NONE)), told);
    INPUT.ask(job(Map.of(BarRouter.BARS, 9L, BarRouter.READ, read(8))), told);
    assertThat(told.words).containsExactly("0 bars", "7 bars", "9 bars");
  }

  @Test
  void allIsReadWhenTheReadersHaveCountedEveryBar() {
    INPUT.ask(job(Map.of(BarRouter.BARS, 12L, BarRouter.READ, read(12))), told);
    assertThat(told.words).containsExactly("12 bars", "all read");
  }

  @Test
  void afterTheBarsEveryStepSaysHowMuchOfItIsDone() {
    Map<String, Object> read = Map.of(BarRouter.BARS, 12L, BarRouter.READ, read(12));
    Map<String, Object> counts = new HashMap<>(read);
    counts.put(BarRouter.ROUTED, 24L);
    counts.put(AssetFunction.BARS, 6L);
    INPUT.ask(job(counts), told);
    counts.put(PodSetStep.COUNTER, 30L);
    INPUT.ask(job(counts), told);
    counts.put(PortfolioSetStep.COUNTER, 40L);
    INPUT.ask(job(counts), told);
    counts.put(PortfolioSetStep.COUNTER, 50L);
    INPUT.ask(job(counts), told);
    assertThat(told.words)
        .containsExactly(
            "12 bars",
            "step 2 of 4, strategies: bars 6 of 24",
            "12 bars",
            "step 3 of 4, pods: closes 30 of 100",
            "12 bars",
            "step 4 of 4, portfolio: closes 40 of 50",
            "12 bars",
            "all read");
  }

  @Test
  void aClusterThatIsGoneIsNoFailure() {
    INPUT.ask(
        job(
            () -> {
              throw new IllegalStateException("MiniCluster has already been shut down");
            }),
        told);
    INPUT.ask(job(() -> CompletableFuture.failedFuture(new IllegalStateException("gone"))), told);
    assertThat(told.words).isEmpty();
  }
}
