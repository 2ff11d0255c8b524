package io.podflow.job.operator;

import static io.podflow.job.operator.TwoTimeframes.B;
import static io.podflow.job.operator.TwoTimeframes.DAILY;
import static io.podflow.job.operator.TwoTimeframes.DAY;
import static io.podflow.job.operator.TwoTimeframes.HALF_DAY;
import static io.podflow.job.operator.TwoTimeframes.START;
import static io.podflow.job.operator.TwoTimeframes.halfB;
import static io.podflow.job.operator.TwoTimeframes.halfC;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Severity;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.step.AssetSteps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssetFunctionTest {

  private static final RunScope SCOPE = TwoTimeframes.scope(20);

  @ParameterizedTest
  @Tag("J1")
  @EnumSource
  void everySymbolOfEveryPodHasAMemoryOfItsOwn(Backend backend) throws Exception {
    List<PodBar> bars = bars();
    try (var assets = Harness.assets(SCOPE, backend).open()) {
      assets.takeAll(bars);
      assertThat(assets.outputs()).isEqualTo(expected(bars));
      assertThat(assets.keysWith("asset")).isEqualTo(3);
      assertThat(assets.timestamps())
          .isEqualTo(
              bars.stream().map(bar -> Objects.requireNonNull(bar.bar()).closeTime()).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLateOrRepeatedBarIsWrittenDownAndChangesNothing(Backend backend) throws Exception {
    try (var assets = Harness.assets(SCOPE, backend).open()) {
      assets.take(halfB(START + HALF_DAY, 100));
      assets.take(halfB(START + 2 * HALF_DAY, 110));
      assets.take(halfB(START + 2 * HALF_DAY, 500));
      assets.take(halfB(START, 700));
      assets.take(halfB(START + 3 * HALF_DAY, 121));

      assertThat(assets.outputs())
          .isEqualTo(
              expected(
                  List.of(
                      halfB(START + HALF_DAY, 100),
                      halfB(START + 2 * HALF_DAY, 110),
                      halfB(START + 3 * HALF_DAY, 121))));
      assertThat(assets.late())
          .allSatisfy(
              event -> {
                assertThat(event.pod()).isEqualTo("half");
                assertThat(event.symbol()).isEqualTo("B/U");
                assertThat(event.severity()).isEqualTo(Severity.WARNING);
              })
          .extracting(event -> event.time())
          .containsExactly(START + 2 * HALF_DAY, START);
    }
  }

  @ParameterizedTest
  @Tag("L5")
  @EnumSource
  void aRestartAfterAnyBarIsNoInterruption(Backend backend) throws Exception {
    List<PodBar> bars = bars();
    for (int cut = 1; cut < bars.size(); cut += 4) {
      List<AssetUpdate> updates = new ArrayList<>();
      try (var first = Harness.assets(SCOPE, backend).open();
          var second = Harness.assets(SCOPE, backend)) {
        first.takeAll(bars.subList(0, cut));
        updates.addAll(first.outputs());
        second.open(first.snapshot());
        second.takeAll(bars.subList(cut, bars.size()));
        updates.addAll(second.outputs());
      }
      assertThat(updates).as("stopped after %s bars", cut).isEqualTo(expected(bars));
    }
  }

  /** B and C in half days, B daily too. */
  private static List<PodBar> bars() {
    List<PodBar> bars = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      long close = START + i * HALF_DAY;
      bars.add(halfB(close, 100 + 3 * (i % 5)));
      bars.add(halfC(close, 50 - i % 4));
      if (i % 2 == 0) {
        bars.add(
            PodBar.of(
                1, DAILY, 1, TwoTimeframes.bar(B, Timeframe.D1, START + i / 2 * DAY, 90 + i)));
      }
    }
    return bars;
  }

  /** What the step says when it is given one symbol after the other. */
  private static List<AssetUpdate> expected(List<PodBar> bars) {
    AssetStep[] steps = AssetSteps.of(SCOPE.layout(), AssetFunctionTest.class.getClassLoader());
    Map<Integer, AssetMemory> memories = new HashMap<>();
    List<AssetUpdate> updates = new ArrayList<>();
    for (PodBar bar : bars) {
      AssetStep step = steps[bar.pod()];
      memories.putIfAbsent(bar.asset(), step.initialState());
      AssetMemory memory = Objects.requireNonNull(memories.get(bar.asset()));
      updates.add(step.onBar(memory, bar.pod(), bar.position(), Objects.requireNonNull(bar.bar())));
    }
    return updates;
  }
}
