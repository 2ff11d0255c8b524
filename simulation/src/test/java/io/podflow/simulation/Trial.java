package io.podflow.simulation;

import io.podflow.domain.journal.Event;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.simulation.stage.Stages;
import io.podflow.simulation.stage.StepStages;
import io.podflow.simulation.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One seed: a world, run undisturbed and disturbed, and what is wrong with that.
 *
 * @param tally what there was to see, by name
 * @param moments of disturbances
 * @param found empty when all is well
 */
record Trial(
    World world,
    Disturbances disturbances,
    Map<String, Long> tally,
    List<String> moments,
    List<String> found) {

  /** Everything follows from the seed. */
  static Trial of(long seed, Function<RunScope, Stages> stages) {
    return of(seed, stages, Disturbances.of(seed));
  }

  /** The same world with other disturbances. */
  static Trial of(long seed, Function<RunScope, Stages> stages, Disturbances disturbances) {
    World world = World.of(seed);
    try {
      Outcome calm = Simulation.calm(world, new StepStages(world.scope()));
      Outcome disturbed = Simulation.disturbed(world, stages.apply(world.scope()), disturbances);
      List<String> found = Verdict.of(world, calm, disturbed, disturbances);
      return new Trial(
          world, disturbances, tally(world, disturbed, disturbances), disturbed.moments(), found);
    } catch (RuntimeException e) {
      return new Trial(world, disturbances, Map.of(), List.of(), List.of(told(e)));
    }
  }

  private static Map<String, Long> tally(World world, Outcome run, Disturbances disturbances) {
    Map<String, Long> tally = new LinkedHashMap<>();
    List<PortfolioDecision> decisions = Decisions.portfolio(run.decisions());
    tally.put("closes and ticks", (long) decisions.size());
    tally.put("orders", decisions.stream().mapToLong(each -> each.orders().size()).sum());
    tally.put("fills", decisions.stream().mapToLong(each -> each.fills().size()).sum());
    tally.put("changes of configuration", (long) world.changes());
    List<Event> events = decisions.stream().flatMap(each -> each.events().stream()).toList();
    tally.put("pods removed", count(events, "the pod is no longer configured"));
    tally.put("positions that they left behind", count(events, "leaves "));
    for (Disturbance kind : Disturbance.values()) {
      tally.put(kind.name(), (long) disturbances.struck(kind));
    }
    return tally;
  }

  private static long count(List<Event> events, String begin) {
    return events.stream().filter(event -> event.message().startsWith(begin)).count();
  }

  private static String told(RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return "failed: " + cause + " at " + List.of(trace).subList(0, Math.min(4, trace.length));
  }

  boolean isFine() {
    return found.isEmpty();
  }

  /** The same failure with as few kinds of disturbances as it takes. */
  Trial smallest(Function<RunScope, Stages> stages) {
    Trial smallest = this;
    for (Disturbance kind : disturbances.kinds()) {
      Trial fewer = of(world.seed(), stages, smallest.disturbances.without(kind));
      smallest = fewer.isFine() ? smallest : fewer;
    }
    return smallest;
  }
}
