package io.podflow.savepoints.table;

import io.podflow.domain.market.BarHistory;
import io.podflow.domain.metrics.ReturnWindow;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through one entry, down to what has no fields any more. */
final class LeafWalk {

  private final List<Leaf> leaves;
  private final String part;
  private final String pod;
  private final String symbol;
  private final String[] pods;
  private final String[] symbols;

  LeafWalk(String part, String pod, String symbol) {
    this(new ArrayList<>(), part, pod, symbol, new String[0], new String[0]);
  }

  private LeafWalk(
      List<Leaf> leaves, String part, String pod, String symbol, String[] pods, String[] symbols) {
    this.leaves = leaves;
    this.part = part;
    this.pod = pod;
    this.symbol = symbol;
    this.pods = pods;
    this.symbols = symbols;
  }

  /** The same with names for places in arrays. */
  LeafWalk naming(String[] podNames, String[] symbolNames) {
    return new LeafWalk(leaves, part, pod, symbol, podNames, symbolNames);
  }

  /** In the order of the fields; for one entry. */
  List<Leaf> leavesOf(Object entry) {
    fields("", entry);
    return leaves;
  }

  private void fields(String path, Object value) {
    if (value instanceof ReturnWindow window) {
      leaf(path + ".capacity", window.capacity);
      leaf(path + ".values", window.last(window.size));
    } else if (value instanceof BarHistory bars) {
      bars(path, bars);
    } else if (value.getClass().isRecord()) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        field(path, value.getClass(), component.getName(), get(component, value));
      }
    } else {
      for (Field field : value.getClass().getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field(path, value.getClass(), field.getName(), get(field, value));
        }
      }
    }
  }

  private void bars(String path, BarHistory bars) {
    leaf(path + ".capacity", bars.capacity);
    leaf(path + ".opens", live(bars, bars.opens));
    leaf(path + ".highs", live(bars, bars.highs));
    leaf(path + ".lows", live(bars, bars.lows));
    leaf(path + ".closes", live(bars, bars.closes));
    leaf(path + ".volumes", live(bars, bars.volumes));
    leaf(
        path + ".closeTimes",
        Arrays.copyOfRange(bars.closeTimes, bars.start, bars.start + bars.size));
  }

  private static double[] live(BarHistory bars, double[] values) {
    return Arrays.copyOfRange(values, bars.start, bars.start + bars.size);
  }

  private void field(String path, Class<?> owner, String name, @Nullable Object value) {
    String below = path.isEmpty() ? name : path + "." + name;
    value(below, Axes.of(owner, name), value);
  }

  private void value(String path, List<Axes> axes, @Nullable Object value) {
    if (value == null || isScalar(value)) {
      leaf(path, value instanceof Enum<?> constant ? constant.name() : value);
    } else if (value instanceof List<?> list) {
      elements(path, axes, list.toArray());
    } else if (value.getClass().isArray()) {
      if (axes.isEmpty() && isLeafArray(value)) {
        leaf(path, value);
      } else {
        elements(path, axes, value);
      }
    } else {
      fields(path, value);
    }
  }

  private static boolean isScalar(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof String
        || value instanceof Enum<?>;
  }

  private static boolean isLeafArray(Object array) {
    return array instanceof double[] || array instanceof long[] || array instanceof String[];
  }

  private void elements(String path, List<Axes> axes, Object array) {
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      if (axes.isEmpty()) {
        value(path + "[" + i + "]", axes, element);
      } else {
        at(axes.get(0), i).value(path, axes.subList(1, axes.size()), element);
      }
    }
  }

  /** The walk below one place of an array whose places stand for pods or symbols. */
  private LeafWalk at(Axes axis, int place) {
    String[] names = axis == Axes.PODS ? pods : symbols;
    String name = place < names.length ? names[place] : "#" + place;
    return axis == Axes.PODS
        ? new LeafWalk(leaves, part, name, symbol, pods, symbols)
        : new LeafWalk(leaves, part, pod, name, pods, symbols);
  }

  private void leaf(String path, @Nullable Object value) {
    leaves.add(new Leaf(part, pod, symbol, path, value));
  }

  private static @Nullable Object get(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner.getClass() + "." + component.getName(), e);
    }
  }

  private static @Nullable Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }
}
