package io.podflow.simulation;

import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** What must hold of the two runs of a world; each thing that does not is a line. */
final class Verdict {

  private final World world;
  private final List<String> found = new ArrayList<>();

  private Verdict(World world) {
    this.world = world;
  }

  static List<String> of(World world, Outcome calm, Outcome disturbed, Disturbances kinds) {
    Verdict verdict = new Verdict(world);
    verdict.alone("undisturbed", calm);
    verdict.alone("disturbed", disturbed);
    if (world.isFaithful()) {
      verdict.found.addAll(new BacktestCheck(world, calm).find());
    }
    verdict.same(calm, disturbed, kinds);
    return verdict.found;
  }

  private void alone(String name, Outcome run) {
    List<String> lines = new ArrayList<>(run.faults());
    List<PortfolioDecision> decisions = Decisions.portfolio(run.decisions());
    MarketOnce market = MarketOnce.of(world, run.bars());
    lines.addAll(new ClosesCheck(market, run).find());
    lines.addAll(new OrdersCheck(world, run, decisions).find());
    lines.addAll(new BooksCheck(world, market, run, decisions).find());
    lines.addAll(new OrphansCheck(world, market, decisions).find());
    lines.stream().limit(8).forEach(line -> found.add(name + ": " + line));
  }

  private void same(Outcome calm, Outcome disturbed, Disturbances kinds) {
    boolean talked = kinds.kinds().stream().anyMatch(Disturbance::isTalkedAbout);
    Decisions ours =
        new Decisions(disturbed.decisions(), event -> !talked || Decisions.isOfTheMarket(event));
    Decisions theirs =
        new Decisions(calm.decisions(), event -> !talked || Decisions.isOfTheMarket(event));
    ours.differencesTo(theirs).forEach(line -> found.add("decided otherwise: " + line));
  }
}
