package io.podflow.job.state.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Structures as two versions of a program have them. */
public final class Shapes {

  private Shapes() {}

  /** Constants of the first version. */
  public enum Colour {
    RED,
    GREEN
  }

  /** The same later: one renamed, one new, another order. */
  public enum Paint {
    BLUE,
    VERMILION,
    GREEN
  }

  /** Everything that can lie in state. */
  public record Everything(
      boolean yes,
      byte small,
      int number,
      long time,
      double value,
      @Nullable String text,
      @Nullable Colour colour,
      double @Nullable [] values,
      long[][] times,
      boolean[] flags,
      int[] numbers,
      byte[] bytes,
      @Nullable String[] names,
      @Nullable List<Point> points,
      List<String> words,
      List<Box> boxes,
      @Nullable Box box) {}

  /** Only values that cannot change. */
  public record Point(int x, double y, @Nullable String name, @Nullable Colour colour) {}

  /** Can be changed. */
  public static final class Box {
    public double[] sides = {1, 2};
    public @Nullable Point corner;
    public @Nullable Point label;
    public int depth = 5;
    public transient int asked;
  }

  /** A point later: x is gone, y has another name, and there is more. */
  public record Place(@Nullable Paint colour, int zoom, double latitude, @Nullable String name) {}

  /** A box later: without a label, with a field that has a value from the beginning. */
  public static final class Crate {
    public int depth = 5;
    public int weight = 7;
    public double[] sides = {};
    public @Nullable Place corner;
  }

  /** A point whose y is something else. */
  public record Wrong(int x, long y, @Nullable String name, @Nullable Colour colour) {}

  /** What it holds is hidden. */
  public static final class Hidden {
    private int secret;

    int secret() {
      return secret;
    }
  }

  static final LogicalNames FIRST =
      LogicalNames.of(
          List.of(
              NamedClass.of("everything/1", Everything.class),
              NamedClass.of("point/1", Point.class),
              NamedClass.of("box/1", Box.class),
              NamedClass.of("colour/1", Colour.class)));

  static final LogicalNames LATER =
      LogicalNames.of(
          List.of(
              NamedClass.of("point/1", Place.class).renamed("y", "latitude").dropped("x"),
              NamedClass.of("box/1", Crate.class).dropped("label"),
              NamedClass.of("colour/1", Paint.class).renamed("RED", "VERMILION")));
}
