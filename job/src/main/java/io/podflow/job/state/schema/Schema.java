package io.podflow.job.state.schema;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A logical name with the definition of every name that it leads to. {@link #text} and {@link
 * #parse} are inverse; the text is what a savepoint holds.
 *
 * @param root logical name of the whole
 * @param definitions by logical name
 */
public record Schema(String root, SortedMap<String, Definition> definitions)
    implements Serializable {

  private static final String SEPARATOR = " ";

  public Schema {
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    if (!definitions.containsKey(root)) {
      throw new IllegalArgumentException("no definition of " + root);
    }
  }

  /**
   * What a name stands for.
   *
   * @throws IllegalArgumentException if this schema does not define it
   */
  public Definition definition(String name) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no definition of " + name);
    }
    return definition;
  }

  /** The root on a line of its own, then a line for each definition. */
  public String text() {
    return definitions.entrySet().stream()
        .map(entry -> entry.getKey() + SEPARATOR + entry.getValue().text())
        .collect(Collectors.joining("\n", root + "\n", "\n"));
  }

  /**
   * The schema that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static Schema parse(String text) {
    String[] lines = text.split("\n", -1);
    SortedMap<String, Definition> definitions = new TreeMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      int blank = lines[i].indexOf(SEPARATOR);
      if (blank < 0) {
        throw new IllegalArgumentException("no definition: " + lines[i]);
      }
      definitions.put(
          lines[i].substring(0, blank), Definition.parse(lines[i].substring(blank + 1)));
    }
    return new Schema(lines[0], definitions);
  }
}
