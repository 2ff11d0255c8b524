package io.podflow.job.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.engine.Progress;
import io.podflow.job.operator.BarRouter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
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
  }

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
    InputProgress.ask(job(Map.of()), told);
    InputProgress.ask(job(Map.of(BarRouter.BARS, 7L, BarRouter.READ, InputCounts.NONE)), told);
    InputProgress.ask(job(Map.of(BarRouter.BARS, 9L, BarRouter.READ, read(8))), told);
    assertThat(told.words).containsExactly("0 bars", "7 bars", "9 bars");
  }

  @Test
  void allIsReadWhenTheReadersHaveCountedEveryBar() {
    InputProgress.ask(job(Map.of(BarRouter.BARS, 12L, BarRouter.READ, read(12))), told);
    assertThat(told.words).containsExactly("12 bars", "all read");
  }

  @Test
  void aClusterThatIsGoneIsNoFailure() {
    InputProgress.ask(
        job(
            () -> {
              throw new IllegalStateException("MiniCluster has already been shut down");
            }),
        told);
    InputProgress.ask(
        job(() -> CompletableFuture.failedFuture(new IllegalStateException("gone"))), told);
    assertThat(told.words).isEmpty();
  }
}
