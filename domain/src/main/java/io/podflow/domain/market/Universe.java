package io.podflow.domain.market;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * All symbols of a run, sorted, each with the small integer that stands for it on the wire.
 *
 * @param symbols sorted and distinct, as {@code BASE/QUOTE}
 */
public record Universe(List<String> symbols) implements Serializable {

  public Universe {
    symbols = List.copyOf(symbols);
  }

  /** The sorted, distinct union of {@code symbols}. */
  public static Universe of(Collection<String> symbols) {
    return new Universe(List.copyOf(new TreeSet<>(symbols)));
  }

  public int size() {
    return symbols.size();
  }

  public String symbol(int index) {
    return symbols.get(index);
  }

  /**
   * The index of {@code symbol}.
   *
   * @throws IllegalArgumentException if no pod trades it
   */
  public int indexOf(String symbol) {
    int index = Collections.binarySearch(symbols, symbol);
    if (index < 0) {
      throw new IllegalArgumentException("symbol '" + symbol + "' is traded by no pod");
    }
    return index;
  }
}
