package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.PortfolioInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/**
 * The alignment operator with the real steps behind it: whatever order inputs arrive in, and
 * wherever it is restarted, it decides what the plain loop decides.
 */
class AlignmentProperties {

  private static final int DAYS = 40;
  private static final boolean STREAMING = false;
  private static final boolean BATCH = true;

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("B12")
  @Tag("J3")
  void podsDecideOncePerCloseWhateverTheOrder(@ForAll long seed, @ForAll Backend backend)
      throws Exception {
    Recorded run = Recorded.random(seed, DAYS);
    Shuffled<AssetUpdate> updates = new Shuffled<>(run.updates(), AssetUpdate::closeTime, seed);
    assertPods(run, streamed(updates, () -> Harness.pods(run.scope(), STREAMING, backend), seed));
    assertPods(run, sorted(updates, () -> Harness.pods(run.scope(), BATCH, backend)));
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("J3")
  void thePortfolioDecidesTheSameWhateverTheOrder(@ForAll long seed, @ForAll Backend backend)
      throws Exception {
    Recorded run = Recorded.random(seed, DAYS);
    Shuffled<PortfolioInput> inputs = new Shuffled<>(run.inputs(), PortfolioInput::closeTime, seed);
    List<PortfolioDecision> streamed =
        streamed(inputs, () -> Harness.portfolio(run.scope(), STREAMING, backend), seed);
    assertThat(streamed).isEqualTo(run.portfolio());
    assertThat(sorted(inputs, () -> Harness.portfolio(run.scope(), BATCH, backend)))
        .isEqualTo(run.portfolio());
  }

  private static void assertPods(Recorded run, List<PodDecision> decisions) {
    assertThat(decisions).hasSameSizeAs(run.pods());
    for (int pod = 0; pod < run.scope().layout().podCount(); pod++) {
      assertThat(Recorded.texts(decisions, pod)).isEqualTo(Recorded.texts(run.pods(), pod));
    }
  }

  /** Inputs of several closes at a time, with one restart somewhere between two inputs. */
  private static <I, O> List<O> streamed(Shuffled<I> inputs, Opening<I, O> opening, long seed)
      throws Exception {
    List<List<I>> batches = inputs.batches(4);
    Random random = new Random(~seed);
    int stopIn = batches.isEmpty() ? 0 : random.nextInt(batches.size());
    List<O> outputs = new ArrayList<>();
    Harness<I, O> operator = opening.make().open();
    try {
      for (int i = 0; i < batches.size(); i++) {
        List<I> batch = batches.get(i);
        int stop = i == stopIn ? random.nextInt(batch.size() + 1) : 0;
        operator.takeAll(batch.subList(0, stop));
        if (i == stopIn) {
          OperatorSubtaskState snapshot = operator.snapshot();
          outputs.addAll(operator.outputs());
          operator.close();
          operator = opening.make().open(snapshot);
        }
        operator.takeAll(batch.subList(stop, batch.size()));
        operator.passes(inputs.lastOf(batch));
        assertThat(operator.keysWith("waiting")).as("what is handed over is gone").isZero();
      }
      operator.ends();
      assertThat(operator.timers()).isZero();
      assertThat(operator.late()).isEmpty();
      outputs.addAll(operator.outputs());
      return outputs;
    } finally {
      operator.close();
    }
  }

  /** Close after close, no watermark but the last. */
  private static <I, O> List<O> sorted(Shuffled<I> inputs, Opening<I, O> opening) throws Exception {
    try (Harness<I, O> operator = opening.make().open()) {
      for (List<I> batch : inputs.batches(1)) {
        operator.takeAll(batch);
      }
      operator.ends();
      assertThat(operator.timers()).isZero();
      assertThat(operator.keysWith("waiting")).isZero();
      return operator.outputs();
    }
  }

  private interface Opening<I, O> {
    Harness<I, O> make() throws Exception;
  }
}
