package io.podflow.savepoints.testing;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.job.state.ConfigVersion;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.state.PortfolioEntry;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A state with something of its own in every field, as no market would make it. */
public final class RandomState {

  private static final int MOST = 4;

  private final SplittableRandom random;

  public RandomState(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public JobState next() {
    List<AssetEntry> assets = new ArrayList<>();
    for (int key = 0; key < 1 + random.nextInt(40); key++) {
      assets.add(new AssetEntry(key, (AssetMemory) some(AssetMemory.class), timers()));
    }
    List<PodEntry> pods = new ArrayList<>();
    for (int key = 0; key < 1 + random.nextInt(6); key++) {
      PodEntry entry = (PodEntry) some(PodEntry.class);
      pods.add(new PodEntry(key, entry.memory(), entry.waiting(), random.nextLong(), timers()));
    }
    PortfolioEntry entry = (PortfolioEntry) some(PortfolioEntry.class);
    return new JobState(
        assets,
        pods,
        // A key that has timers has a clock, or an input that waits for its first close.
        new PortfolioEntry(0, entry.memory(), entry.waiting(), random.nextLong(), timers()),
        (BarCloseGateState) some(BarCloseGateState.class),
        (ReportDeduplicatorState) some(ReportDeduplicatorState.class),
        versions());
  }

  private List<ConfigVersion> versions() {
    List<ConfigVersion> versions = new ArrayList<>();
    for (int i = random.nextInt(MOST); i > 0; i--) {
      versions.add((ConfigVersion) some(ConfigVersion.class));
    }
    return versions;
  }

  private long[] timers() {
    return random.longs(1 + random.nextInt(MOST)).sorted().toArray();
  }

  private Object some(Class<?> type) {
    try {
      if (type == BarHistory.class || type == ReturnWindow.class) {
        return window(type);
      }
      return type.isRecord() ? record(type) : bean(type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  /** Windows have a shape: what lies outside of it is nobody's. */
  private Object window(Class<?> type) throws ReflectiveOperationException {
    Object window = bean(type);
    int length = random.nextInt(MOST);
    for (Field field : type.getFields()) {
      if (field.getType().isArray()) {
        Object array = Array.newInstance(field.getType().getComponentType(), length);
        for (int i = 0; i < length; i++) {
          Array.set(array, i, primitive(field.getType().getComponentType()));
        }
        field.set(window, array);
      }
    }
    type.getField("start").set(window, 0);
    type.getField("size").set(window, length);
    return window;
  }

  private Object bean(Class<?> type) throws ReflectiveOperationException {
    Object bean = type.getConstructor().newInstance();
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.set(bean, value(field.getAnnotatedType(), field.getGenericType()));
      }
    }
    return bean;
  }

  private Object record(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getAnnotatedType(), components[i].getGenericType());
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private @Nullable Object value(@Nullable AnnotatedType annotated, Type generic) {
    boolean mayBeNull = annotated != null && annotated.isAnnotationPresent(Nullable.class);
    if (mayBeNull && random.nextInt(3) == 0) {
      return null;
    }
    if (generic instanceof ParameterizedType list) {
      Type element = list.getActualTypeArguments()[0];
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = random.nextInt(MOST); i > 0; i--) {
        values.add(value(null, element));
      }
      return values;
    }
    Class<?> type = (Class<?>) generic;
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), random.nextInt(MOST));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, value(null, type.getComponentType()));
      }
      return array;
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return type.isPrimitive() || type == String.class || type == Long.class
        ? primitive(type)
        : some(type);
  }

  private Object primitive(Class<?> type) {
    if (type == double.class) {
      double[] odd = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
      return random.nextInt(4) == 0 ? odd[random.nextInt(odd.length)] : random.nextDouble() - 0.5;
    }
    if (type == long.class || type == Long.class) {
      return random.nextLong();
    }
    if (type == int.class) {
      return random.nextInt();
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      return Arrays.asList("", "BTC/USDT", "pöd", "a b").get(random.nextInt(4));
    }
    throw new IllegalArgumentException(type.toString());
  }
}
