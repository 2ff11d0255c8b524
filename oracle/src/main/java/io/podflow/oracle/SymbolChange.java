package io.podflow.oracle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the pods want of a symbol against what they have, signed quantities by pod.
 *
 * @param share held, with what is on its way
 * @param changes wanted minus share; 0 where the difference is nothing
 * @param sizes what each quantity is known to a rounding of, the larger of wanted and held
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record SymbolChange(
    double[] held, double[] share, double[] wanted, double[] changes, double[] sizes) {

  /**
   * @param waiting what is on its way, or null
   * @param weights wanted by pod, shares of equity
   * @param unit quantity that a weight of 1 stands for
   * @param least smallest size
   */
  public static SymbolChange of(
      double[] held, @Nullable Trade waiting, double[] weights, double unit, double least) {
    int pods = held.length;
    double[] share = held.clone();
    double[] wanted = new double[pods];
    double[] changes = new double[pods];
    double[] sizes = new double[pods];
    for (int p = 0; p < pods; p++) {
      double exact = weights[p] * unit;
      wanted[p] = Quantities.orNothing(exact, exact);
      share[p] += waiting == null ? 0 : waiting.sent()[p] + waiting.crossed()[p];
      changes[p] = Quantities.orNothing(wanted[p] - share[p], wanted[p], share[p]);
      sizes[p] = Math.max(least, Math.max(Math.abs(wanted[p]), Math.abs(held[p])));
    }
    return new SymbolChange(held, share, wanted, changes, sizes);
  }

  double netWanted() {
    return Algebra.sum(wanted);
  }

  double netShare() {
    return Algebra.sum(share);
  }

  double net() {
    return Quantities.orNothing(Algebra.sum(changes), all());
  }

  /** The larger of what is wanted and what there is, of all pods. */
  double size() {
    return Math.max(Math.abs(netWanted()), Math.abs(netShare()));
  }

  boolean reduces() {
    return Math.abs(netWanted()) < Math.abs(netShare());
  }

  /** What counts as 0 for all pods together. */
  double nothing() {
    return Quantities.nothing(all());
  }

  /** What counts as 0 for one pod. */
  double nothing(int p) {
    return Quantities.nothing(wanted[p], share[p]);
  }

  private double[] all() {
    double[] both = Arrays.copyOf(wanted, wanted.length + share.length);
    System.arraycopy(share, 0, both, wanted.length, share.length);
    return both;
  }
}
