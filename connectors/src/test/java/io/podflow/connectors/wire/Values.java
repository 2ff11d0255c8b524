package io.podflow.connectors.wire;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Values of all kinds that may lie on the wire, drawn over their whole range: numbers by their
 * bits, texts by code points.
 */
final class Values {

  static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private static final double[] EDGES = {
    0.0,
    -0.0,
    1.0,
    0.1,
    1.0 / 3,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    2.0e-3,
    1e22,
    1e23,
    9_007_199_254_740_993d,
    2e10
  };

  private final Random random;

  Values(long seed) {
    random = new Random(seed);
  }

  double finite() {
    if (random.nextInt(4) == 0) {
      return EDGES[random.nextInt(EDGES.length)];
    }
    while (true) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        return value;
      }
    }
  }

  double positive() {
    double value = Math.abs(finite());
    return value == 0 ? Double.MIN_VALUE : value;
  }

  double signed() {
    return flag() ? positive() : -positive();
  }

  double[] doubles(int count, DoubleSupplier each) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> each.getAsDouble());
    return values;
  }

  /** From 2000 to 9999; every other one on a full hour. */
  long time() {
    long span = LATEST - WireTimes.EARLIEST + 1;
    long time = WireTimes.EARLIEST + Math.floorMod(random.nextLong(), span);
    return flag() ? time : time / 3_600_000 * 3_600_000;
  }

  boolean flag() {
    return random.nextBoolean();
  }

  int whole() {
    return random.nextInt();
  }

  long large() {
    return random.nextLong() & Long.MAX_VALUE;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int codePoint = random.nextInt(flag() ? 0x80 : Character.MAX_CODE_POINT + 1);
      text.appendCodePoint(
          codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
              ? '\n'
              : codePoint);
    }
    return text.toString();
  }

  String id() {
    return "i" + text().replaceAll("\\p{Cc}", "-");
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A record of the journal with a value in every component. */
  Record record(Class<? extends Record> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(types).map(this::value).toArray();
    return type.getConstructor(types).newInstance(values);
  }

  private Object value(Class<?> type) {
    if (type == long.class) {
      return time();
    } else if (type == double.class) {
      return random.nextInt(5) == 0 ? Double.NaN : finite();
    } else if (type == int.class) {
      return whole();
    } else if (type == boolean.class) {
      return flag();
    } else if (type.isEnum()) {
      return of(Objects.requireNonNull(type.getEnumConstants()));
    }
    return text();
  }
}
