package io.podflow.domain.market;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All symbols of a run, each with the small integer that stands for it on the wire. */
public final class Universe implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> symbols;
  private final Map<String, Integer> indexes = new HashMap<>();

  private Universe(Collection<String> symbols) {
    this.symbols = List.copyOf(symbols);
    this.symbols.forEach(symbol -> indexes.put(symbol, indexes.size()));
  }

  /** The sorted, distinct union of {@code symbols}. */
  public static Universe of(Collection<String> symbols) {
    return new Universe(new TreeSet<>(symbols));
  }

  /**
   * The symbols of before with their numbers, then those that are new, sorted.
   *
   * @param before distinct, in the order of their numbers
   */
  public static Universe of(List<String> before, Collection<String> symbols) {
    Set<String> all = new LinkedHashSet<>(before);
    all.addAll(new TreeSet<>(symbols));
    return new Universe(new ArrayList<>(all));
  }

  /** As {@code BASE/QUOTE}, distinct, by number. */
  public List<String> symbols() {
    return symbols;
  }

  public int size() {
    return symbols.size();
  }

  public String symbol(int index) {
    return symbols.get(index);
  }

  public boolean contains(String symbol) {
    return indexes.containsKey(symbol);
  }

  /**
   * The index of {@code symbol}.
   *
   * @throws IllegalArgumentException if no pod trades it
   */
  public int indexOf(String symbol) {
    Integer index = indexes.get(symbol);
    if (index == null) {
      throw new IllegalArgumentException("symbol '" + symbol + "' is traded by no pod");
    }
    return index;
  }
}
