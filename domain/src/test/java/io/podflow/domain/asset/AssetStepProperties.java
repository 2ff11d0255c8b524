package io.podflow.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AssetStepProperties {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final StrategyCatalogue STRATEGIES =
      StrategyCatalogue.load(AssetStepProperties.class.getClassLoader());

  @Tag("J3")
  @Property(tries = 100)
  void aRestartAnywhereChangesNothing(
      @ForAll("strategies") String strategy,
      @ForAll("changes") List<Double> changes,
      @ForAll @Size(max = 5) Set<@IntRange(max = 200) Integer> restarts) {
    List<Bar> bars = bars(changes);
    List<AssetUpdate> inOneGo = run(strategy, bars, Set.of());

    assertThat(run(strategy, bars, restarts)).isEqualTo(inOneGo);
  }

  @Property(tries = 100)
  @Tag("J3")
  void whatComesLaterChangesNothingBefore(
      @ForAll("strategies") String strategy,
      @ForAll("changes") List<Double> changes,
      @ForAll @IntRange(max = 200) int until,
      @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
    List<Bar> bars = bars(changes);
    int cut = Math.min(until, bars.size());
    List<Bar> altered = new ArrayList<>(bars.subList(0, cut));
    for (Bar bar : bars.subList(cut, bars.size())) {
      altered.add(bar(bar.closeTime(), bar.close() * factor));
    }

    assertThat(run(strategy, altered, Set.of()).subList(0, cut))
        .isEqualTo(run(strategy, bars, Set.of()).subList(0, cut));
  }

  @Provide
  Arbitrary<String> strategies() {
    return Arbitraries.of("anchor-mom", "buy-and-hold", "ts-momentum");
  }

  @Provide
  Arbitrary<List<Double>> changes() {
    return Arbitraries.doubles().between(-0.15, 0.16).list().ofMinSize(1).ofMaxSize(200);
  }

  /** All bars through one memory, with a new step and a copied memory at every restart. */
  private static List<AssetUpdate> run(String strategy, List<Bar> bars, Set<Integer> restarts) {
    AssetStep step = step(strategy);
    AssetMemory memory = step.initialState();
    List<AssetUpdate> updates = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      if (restarts.contains(i)) {
        step = step(strategy);
        memory = copy(memory);
      }
      updates.add(step.onBar(memory, 0, 0, bars.get(i)));
    }
    return updates;
  }

  private static AssetStep step(String strategy) {
    return new AssetStep(
        STRATEGIES.create(strategy, Map.of(), Timeframe.D1),
        SelectorSettings.FOR_DISPLAY,
        Timeframe.D1,
        new CashBufferSettings(5, 25, 20, 0.4),
        true);
  }

  /** As a restore does it: by the public fields, into objects of the no-argument constructors. */
  private static AssetMemory copy(AssetMemory memory) {
    try {
      return JSON.readValue(JSON.writeValueAsBytes(memory), AssetMemory.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Bar> bars(List<Double> changes) {
    List<Bar> bars = new ArrayList<>();
    double close = 100;
    for (double change : changes) {
      close *= 1 + change;
      bars.add(bar((bars.size() + 1) * Timeframe.D1.millis(), close));
    }
    return bars;
  }

  private static Bar bar(long closeTime, double close) {
    return new Bar(0, Timeframe.D1, closeTime, close, close, close, close, 1);
  }
}
