package io.podflow.simulation.world;

import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.Lineage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The configurations that a portfolio has one after another: pods come and go, with symbols that
 * others trade too, and the portfolio's closes with them. One pod stays.
 */
final class Versions {

  private static final String POD = "    - pod_id: ";

  private final String name;
  private final SplittableRandom random;
  private final long begin;
  private final String head;
  private final List<String> pods = new ArrayList<>();

  /**
   * A version of the configuration.
   *
   * @param scope what a run under it is made from
   * @param yaml as people write it
   */
  record Version(RunScope scope, String yaml) {}

  private Versions(String name, String yaml, SplittableRandom random, long begin) {
    this.name = name;
    this.random = random;
    this.begin = begin;
    String[] parts = yaml.split("(?m)^" + POD, -1);
    this.head = parts[0];
    for (int i = 1; i < parts.length; i++) {
      pods.add(POD + parts[i]);
    }
  }

  /**
   * The versions, and last what all of them trade, with the numbers that they have for it.
   *
   * @param mayChange whether there may be more than one
   */
  static List<Version> of(
      String name, String yaml, SplittableRandom random, long begin, boolean mayChange) {
    return new Versions(name, yaml, random, begin).draw(mayChange);
  }

  private List<Version> draw(boolean mayChange) {
    boolean changes = random.nextBoolean() && mayChange && pods.size() > 1;
    int count = changes ? 2 + random.nextInt(2) : 1;
    int stays = random.nextInt(pods.size());
    int[] enters = new int[pods.size()];
    int[] leaves = new int[pods.size()];
    for (int p = 0; p < pods.size(); p++) {
      boolean always = p == stays || count == 1;
      enters[p] = !always && random.nextInt(4) == 0 ? 1 + random.nextInt(count - 1) : 0;
      boolean leavesSoon = !always && enters[p] < count - 1 && random.nextInt(4) > 0;
      leaves[p] = leavesSoon ? enters[p] + 1 + random.nextInt(count - 1 - enters[p]) : count;
      if (leaves[p] < count) {
        pods.set(p, withRemoval(pods.get(p), stays));
      }
    }
    List<Version> versions = new ArrayList<>();
    Lineage before = Lineage.NONE;
    for (int v = 0; v < count; v++) {
      StringBuilder yaml = new StringBuilder(head);
      for (int p = 0; p < pods.size(); p++) {
        yaml.append(enters[p] <= v && v < leaves[p] ? pods.get(p) : "");
      }
      versions.add(new Version(scope(yaml.toString(), before), yaml.toString()));
      before = versions.get(v).scope().layout().lineage();
    }
    versions.add(new Version(scope(head + String.join("", pods), before), ""));
    return versions;
  }

  private String withRemoval(String pod, int stays) {
    List<String> ways = List.of("close", "close", "hold", "transfer: pod-" + stays);
    String way = ways.get(random.nextInt(ways.size()));
    return pod.replaceFirst("\n", "\n      on_removal: \"" + way + "\"\n")
        .replaceFirst("initial_state: \\w+", "initial_state: production");
  }

  private RunScope scope(String yaml, Lineage before) {
    PodflowSettings settings = ConfigReader.installed().parse(yaml, name).orThrow();
    long warmUp = Timeframe.D1.millis() * settings.backtest().warmupDays();
    RunWindow window = new RunWindow(begin - warmUp, begin, Long.MAX_VALUE);
    RunScope alone = RunScope.of(settings, window);
    return new RunScope(
        PortfolioLayout.of(settings.orchestrator(), before),
        window,
        alone.capital(),
        alone.funding(),
        TradingMode.EXTERNAL);
  }
}
