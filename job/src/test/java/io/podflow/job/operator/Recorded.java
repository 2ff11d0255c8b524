package io.podflow.job.operator;

import io.podflow.api.Bar;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.AssetSteps;
import io.podflow.job.step.Routes;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of the plain loop, laid open: what each alignment operator of the job would be given and
 * what it must answer. All lists are in order of time.
 */
record Recorded(
    RunScope scope,
    List<AssetUpdate> updates,
    List<PodDecision> pods,
    List<PortfolioInput> inputs,
    List<PortfolioDecision> portfolio) {

  /** A random portfolio in a random market. */
  static Recorded random(long seed, int days) throws IOException {
    RandomPortfolio portfolio = new RandomPortfolio(seed, days);
    RunScope scope = RandomPortfolio.scope(portfolio.settings(), days);
    return of(scope, portfolio.market(scope));
  }

  static Recorded of(RunScope scope, ListFeed feed) throws IOException {
    List<PodDecision> pods = new ArrayList<>();
    List<PortfolioInput> inputs = new ArrayList<>();
    List<PortfolioDecision> portfolio = new ArrayList<>();
    ClassLoader strategies = Recorded.class.getClassLoader();
    new InlineEngine(strategies)
        .run(
            scope,
            feed,
            record -> {
              PodDecision pod = record.pod();
              PortfolioDecision decision = record.portfolio();
              if (pod != null) {
                pods.add(pod);
                inputs.add(PortfolioInput.of(pod));
              }
              if (decision != null) {
                portfolio.add(decision);
              }
            },
            Progress.SILENT);
    for (Bar bar : feed.bars()) {
      if (bar.timeframe() == scope.layout().finestTimeframe(bar.symbol())
          && scope.isForPortfolio(bar.closeTime())) {
        inputs.add(PortfolioInput.of(bar));
      }
    }
    inputs.sort((a, b) -> Long.compare(a.closeTime(), b.closeTime()));
    return new Recorded(scope, updates(scope, feed, strategies), pods, inputs, portfolio);
  }

  private static List<AssetUpdate> updates(RunScope scope, ListFeed feed, ClassLoader strategies) {
    AssetStep[] steps = AssetSteps.of(scope.layout(), strategies);
    Routes routes = new Routes(scope.layout());
    Map<Integer, AssetMemory> memories = new HashMap<>();
    List<AssetUpdate> updates = new ArrayList<>();
    for (Bar bar : feed.bars()) {
      for (Routes.Seat seat : routes.of(bar)) {
        AssetStep step = steps[seat.pod()];
        AssetMemory memory = memories.get(seat.asset());
        if (memory == null) {
          memory = step.initialState();
          memories.put(seat.asset(), memory);
        }
        updates.add(
            scope.window().warmsUp(bar.closeTime())
                ? step.warmUp(memory, seat.pod(), seat.position(), bar)
                : step.onBar(memory, seat.pod(), seat.position(), bar));
      }
    }
    return updates;
  }

  /** Decisions of one pod as text, every number with all its digits. */
  static List<String> texts(List<PodDecision> decisions, int pod) {
    return decisions.stream().filter(d -> d.pod() == pod).map(Recorded::text).toList();
  }

  private static String text(PodDecision decision) {
    return String.join(
        " ",
        Long.toString(decision.closeTime()),
        Arrays.toString(decision.targets()),
        Arrays.toString(decision.present()),
        Double.toString(decision.grossTarget()),
        String.valueOf(decision.day()),
        decision.assets().toString(),
        decision.events().toString());
  }
}
