package io.podflow.config.check;

import static io.podflow.config.binding.Range.text;

import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import java.util.List;

/** Rules between the keys of one pod. */
final class PodChecks {

  private static final List<Check> ALL =
      List.of(
          PodChecks::minFractionBelowInitial,
          PodChecks::initialFractionBelowMax,
          PodChecks::drawdownWarnsFirst,
          PodChecks::symbolsAreUnique,
          PodChecks::weightBoundsAreOrdered,
          PodChecks::minWeightsFit,
          PodChecks::maxWeightsReachOne,
          PodChecks::thresholdsAreApart,
          PodChecks::scoringWeightsSumToOne);

  private PodChecks() {}

  /** One rule; {@code scope} is the pod's section. */
  private interface Check {
    void run(PodSettings pod, Scope scope);
  }

  static void run(PodSettings pod, Scope scope) {
    ALL.forEach(check -> check.run(pod, scope));
  }

  private static void minFractionBelowInitial(PodSettings pod, Scope scope) {
    scope.require(
        pod.minFraction() <= pod.initialFraction(),
        "min_fraction",
        text(pod.minFraction()),
        "must be at most initial_fraction " + text(pod.initialFraction()),
        "initial_fraction");
  }

  private static void initialFractionBelowMax(PodSettings pod, Scope scope) {
    scope.require(
        pod.initialFraction() <= pod.maxFraction(),
        "initial_fraction",
        text(pod.initialFraction()),
        "must be at most max_fraction " + text(pod.maxFraction()),
        "max_fraction");
  }

  private static void drawdownWarnsFirst(PodSettings pod, Scope scope) {
    scope.require(
        pod.drawdownWarning() < pod.maxDrawdown(),
        "drawdown_warning",
        text(pod.drawdownWarning()),
        "must be below max_drawdown " + text(pod.maxDrawdown()),
        "max_drawdown");
  }

  private static void symbolsAreUnique(PodSettings pod, Scope scope) {
    for (int i = 0; i < pod.symbols().size(); i++) {
      String symbol = pod.symbols().get(i);
      int first = pod.symbols().indexOf(symbol);
      scope
          .section("symbols")
          .require(
              first == i,
              Integer.toString(i),
              symbol,
              "must not repeat symbols." + first,
              Integer.toString(first));
    }
  }

  private static void weightBoundsAreOrdered(PodSettings pod, Scope scope) {
    AssetAllocationSettings allocation = pod.assetAllocation();
    if (allocation != null) {
      scope
          .section("asset_allocation")
          .require(
              allocation.minWeight() <= allocation.maxWeight(),
              "min_weight",
              text(allocation.minWeight()),
              "must be at most max_weight " + text(allocation.maxWeight()),
              "max_weight");
    }
  }

  /** Decision PO8: weights of at least {@code min_weight} each must be able to sum to 1. */
  private static void minWeightsFit(PodSettings pod, Scope scope) {
    AssetAllocationSettings allocation = pod.assetAllocation();
    int count = pod.symbols().size();
    if (allocation != null && isBounded(allocation) && !scope.isFaulty("symbols")) {
      scope
          .section("asset_allocation")
          .require(
              count * allocation.minWeight() <= 1 + Tolerance.FRACTIONS,
              "min_weight",
              text(allocation.minWeight()),
              "times " + count + " symbols must be at most 1, or no weights can sum to 1");
    }
  }

  /** Decision PO8: weights of at most {@code max_weight} each must be able to sum to 1. */
  private static void maxWeightsReachOne(PodSettings pod, Scope scope) {
    AssetAllocationSettings allocation = pod.assetAllocation();
    int count = pod.symbols().size();
    if (allocation != null && isBounded(allocation) && !scope.isFaulty("symbols")) {
      scope
          .section("asset_allocation")
          .require(
              count * allocation.maxWeight() >= 1 - Tolerance.FRACTIONS,
              "max_weight",
              text(allocation.maxWeight()),
              "times " + count + " symbols must be at least 1, or no weights can sum to 1");
    }
  }

  /**
   * Dual momentum holds only the strongest symbols and ignores {@code min_weight} and {@code
   * max_weight}.
   */
  private static boolean isBounded(AssetAllocationSettings allocation) {
    return allocation.method() != AllocationMethod.DUAL_MOMENTUM;
  }

  private static void thresholdsAreApart(PodSettings pod, Scope scope) {
    SelectorSettings selector = pod.assetSelector();
    if (selector != null) {
      scope
          .section("asset_selector")
          .require(
              selector.includeScoreThreshold() > selector.excludeScoreThreshold(),
              "include_score_threshold",
              text(selector.includeScoreThreshold()),
              "must be above exclude_score_threshold " + text(selector.excludeScoreThreshold()),
              "exclude_score_threshold");
    }
  }

  private static void scoringWeightsSumToOne(PodSettings pod, Scope scope) {
    SelectorSettings selector = pod.assetSelector();
    if (selector != null) {
      double sum = selector.sharpeWeight() + selector.returnWeight() + selector.drawdownWeight();
      scope
          .section("asset_selector")
          .require(
              Math.abs(sum - 1) <= Tolerance.WEIGHTS,
              "sharpe_weight",
              text(selector.sharpeWeight()),
              "plus return_weight plus drawdown_weight must be 1, not " + text(sum),
              "return_weight",
              "drawdown_weight");
    }
  }
}
