package io.podflow.domain.layout;

import io.podflow.api.Timeframe;
import java.io.Serializable;
import java.util.List;

/**
 * The pods and symbols that any version of a portfolio's configuration has had so far, in the order
 * in which they came. Their place is their number, in state and between operators: numbers are
 * given once and never again to somebody else, so that a new version only ever adds to what state
 * knows.
 *
 * @param pods in the order in which they came
 * @param symbols in the order in which they came, those of one version sorted
 */
public record Lineage(List<Pod> pods, List<Symbol> symbols) implements Serializable {

  /** Of a portfolio that has had no configuration. */
  public static final Lineage NONE = new Lineage(List.of(), List.of());

  public Lineage {
    pods = List.copyOf(pods);
    symbols = List.copyOf(symbols);
  }

  /**
   * A pod.
   *
   * @param id its name
   * @param onRemoval its own {@code on_removal} when it was last configured; empty if it had none
   */
  public record Pod(String id, String onRemoval) implements Serializable {}

  /**
   * A symbol.
   *
   * @param name as {@code BASE/QUOTE}
   * @param finest the timeframe it was last filled on
   */
  public record Symbol(String name, Timeframe finest) implements Serializable {}
}
