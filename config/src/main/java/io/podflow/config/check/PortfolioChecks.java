package io.podflow.config.check;

import static io.podflow.config.binding.Range.text;

import io.podflow.config.violation.ViolationLog;
import io.podflow.domain.market.Naming;
import io.podflow.domain.settings.Market;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rules between the keys of a whole configuration; also runs the checks of capital and of each pod.
 */
public final class PortfolioChecks {

  private static final double MOST_INITIAL_CAPITAL = 1;
  private static final double MOST_MAX_CAPITAL = 1.5;
  private static final String TRANSFER = "transfer:";

  private static final List<Check> ALL =
      List.of(
          PortfolioChecks::startIsNotAfterEnd,
          PortfolioChecks::podIdsAreUnique,
          PortfolioChecks::symbolsHaveFilesOfTheirOwn,
          PortfolioChecks::initialFractionsFit,
          PortfolioChecks::maxFractionsFit,
          PortfolioChecks::spotPaysNoFunding,
          PortfolioChecks::transferTargetsExist);

  private PortfolioChecks() {}

  /** One rule; {@code scope} is the whole document. */
  private interface Check {
    void run(PodflowSettings settings, Scope scope);
  }

  /** Runs every check on settings in which refused keys have their defaults. */
  public static void run(PodflowSettings settings, ViolationLog log) {
    Scope document = new Scope(log, "");
    ALL.forEach(check -> check.run(settings, document));
    CapitalChecks.run(settings.orchestrator(), document.section("orchestrator"));
    List<PodSettings> pods = settings.orchestrator().pods();
    for (int i = 0; i < pods.size(); i++) {
      PodChecks.run(pods.get(i), new Scope(log, "orchestrator.pods." + i));
    }
  }

  private static void startIsNotAfterEnd(PodflowSettings settings, Scope scope) {
    scope
        .section("backtest")
        .require(
            !settings.backtest().start().isAfter(settings.backtest().end()),
            "start",
            settings.backtest().start().toString(),
            "must not be after end " + settings.backtest().end(),
            "end");
  }

  private static void podIdsAreUnique(PodflowSettings settings, Scope scope) {
    List<String> ids = settings.orchestrator().pods().stream().map(PodSettings::podId).toList();
    for (int i = 0; i < ids.size(); i++) {
      int first = ids.indexOf(ids.get(i));
      podList(scope)
          .requireTogether(
              first == i,
              ids.get(i),
              "every pod_id must be unique; pods " + first + " and " + i + " share this one",
              List.of(podKey(i, "pod_id"), podKey(first, "pod_id")));
    }
  }

  /** Decision DA5: two symbols must not share one file of bars. */
  private static void symbolsHaveFilesOfTheirOwn(PodflowSettings settings, Scope scope) {
    Map<String, String> symbolByFile = new HashMap<>();
    for (int p = 0; p < settings.orchestrator().pods().size(); p++) {
      List<String> symbols = settings.orchestrator().pods().get(p).symbols();
      for (int s = 0; s < symbols.size(); s++) {
        String stem = Naming.fileStem(symbols.get(s));
        String other = symbolByFile.putIfAbsent(stem, symbols.get(s));
        podList(scope)
            .section(Integer.toString(p))
            .section("symbols")
            .require(
                other == null || other.equals(symbols.get(s)),
                Integer.toString(s),
                symbols.get(s),
                "must not share its file of bars, " + stem + ".csv, with symbol " + other);
      }
    }
  }

  private static void initialFractionsFit(PodflowSettings settings, Scope scope) {
    double sum = sum(settings, PodSettings::initialFraction);
    sumAtMost(scope, settings, "initial_fraction", sum, MOST_INITIAL_CAPITAL);
  }

  private static void maxFractionsFit(PodflowSettings settings, Scope scope) {
    double sum = sum(settings, PodSettings::maxFraction);
    sumAtMost(scope, settings, "max_fraction", sum, MOST_MAX_CAPITAL);
  }

  private static double sum(PodflowSettings settings, ToDoubleFunction<PodSettings> fraction) {
    return settings.orchestrator().pods().stream().mapToDouble(fraction).sum();
  }

  private static void sumAtMost(
      Scope scope, PodflowSettings settings, String key, double sum, double limit) {
    int count = settings.orchestrator().pods().size();
    podList(scope)
        .requireTogether(
            sum <= limit + Tolerance.FRACTIONS,
            text(sum),
            "the sum of " + key + " over all pods must be at most " + text(limit),
            IntStream.range(0, count).mapToObj(i -> podKey(i, key)).toList());
  }

  /** Decision EX3: only perpetuals pay funding. */
  private static void spotPaysNoFunding(PodflowSettings settings, Scope scope) {
    boolean spot = settings.orchestrator().market() == Market.SPOT;
    double rate = settings.orchestrator().fundingBpsPer8h();
    String folder = settings.backtest().funding();
    scope
        .section("orchestrator")
        .require(
            !spot || rate == 0,
            "funding_bps_per_8h",
            text(rate),
            "must be 0 on market: spot, which pays no funding",
            "market");
    scope
        .section("backtest")
        .require(
            !spot || folder == null,
            "funding",
            String.valueOf(folder),
            "must be absent on orchestrator.market: spot, which pays no funding");
  }

  private static void transferTargetsExist(PodflowSettings settings, Scope scope) {
    OrchestratorSettings orchestrator = settings.orchestrator();
    transferTargetExists(orchestrator, -1, scope.section("orchestrator"), orchestrator.onRemoval());
    for (int i = 0; i < orchestrator.pods().size(); i++) {
      Scope pod = podList(scope).section(Integer.toString(i));
      transferTargetExists(orchestrator, i, pod, orchestrator.pods().get(i).onRemoval());
    }
  }

  private static void transferTargetExists(
      OrchestratorSettings orchestrator, int self, Scope scope, @Nullable String onRemoval) {
    if (onRemoval == null || !onRemoval.startsWith(TRANSFER)) {
      return;
    }
    String target = onRemoval.substring(TRANSFER.length()).trim();
    boolean known =
        IntStream.range(0, orchestrator.pods().size())
            .anyMatch(i -> i != self && orchestrator.pods().get(i).podId().equals(target));
    scope.require(known, "on_removal", onRemoval, "must name another pod of this configuration");
  }

  private static Scope podList(Scope document) {
    return document.section("orchestrator").section("pods");
  }

  private static String podKey(int pod, String key) {
    return "orchestrator.pods." + pod + "." + key;
  }
}
