package io.podflow.job.state.codec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which class stands for a logical name, in both directions. A class may be renamed, moved, or
 * replaced by another one; its logical name stays.
 */
public final class LogicalNames {

  private final Map<String, NamedClass> byName = new LinkedHashMap<>();
  private final Map<Class<?>, NamedClass> byClass = new LinkedHashMap<>();

  private LogicalNames() {}

  /**
   * @param classes with a name each
   * @throws IllegalArgumentException if a name or a class comes twice
   */
  public static LogicalNames of(Collection<NamedClass> classes) {
    LogicalNames names = new LogicalNames();
    for (NamedClass named : classes) {
      if (names.byName.put(named.name(), named) != null
          || names.byClass.put(named.type(), named) != null) {
        throw new IllegalArgumentException("twice: " + named.name() + ", " + named.type());
      }
    }
    return names;
  }

  /** The class of a logical name, if this version of podflow has one. */
  public Optional<NamedClass> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The logical name of a class.
   *
   * @throws IllegalArgumentException if it has none
   */
  public NamedClass of(Class<?> type) {
    NamedClass named = byClass.get(type);
    if (named == null) {
      throw new IllegalArgumentException(
          type.getName() + " lies in state and has no logical name; StateNames gives it one");
    }
    return named;
  }

  /** All of them, in the order in which they were given. */
  public Collection<NamedClass> all() {
    return byName.values();
  }
}
