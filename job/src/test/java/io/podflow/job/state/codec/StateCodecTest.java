package io.podflow.job.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.job.state.codec.Shapes.Box;
import io.podflow.job.state.codec.Shapes.Colour;
import io.podflow.job.state.codec.Shapes.Crate;
import io.podflow.job.state.codec.Shapes.Everything;
import io.podflow.job.state.codec.Shapes.Hidden;
import io.podflow.job.state.codec.Shapes.Paint;
import io.podflow.job.state.codec.Shapes.Place;
import io.podflow.job.state.codec.Shapes.Point;
import io.podflow.job.state.codec.Shapes.Wrong;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("J1")
class StateCodecTest {

  private static final RecursiveComparisonConfiguration EXACTLY =
      RecursiveComparisonConfiguration.builder()
          .withEqualsForType(StateCodecTest::sameBits, Double.class)
          .build();

  private static boolean sameBits(Double one, Double other) {
    return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
  }

  private final StateCodec<Everything> codec = StateCodec.of(Everything.class, Shapes.FIRST);

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Everything value = everything(new Box());

    Everything read = again(codec, value);

    assertThat(read).usingRecursiveComparison(EXACTLY).isEqualTo(value);
  }

  @Test
  void nullsAndNothingAreTwoThings() throws IOException {
    Everything empty =
        new Everything(
            false,
            (byte) 0,
            0,
            0,
            0,
            "",
            null,
            new double[0],
            new long[0][],
            new boolean[0],
            new int[0],
            new byte[0],
            new String[] {null, ""},
            List.of(),
            List.of(),
            List.of(),
            null);
    Everything none =
        new Everything(
            false,
            (byte) 0,
            0,
            0,
            0,
            null,
            null,
            null,
            new long[][] {{}},
            new boolean[0],
            new int[0],
            new byte[0],
            new String[0],
            null,
            List.of(),
            List.of(),
            null);

    assertThat(again(codec, empty)).usingRecursiveComparison(EXACTLY).isEqualTo(empty);
    assertThat(again(codec, none)).usingRecursiveComparison(EXACTLY).isEqualTo(none);
    assertThat(again(codec, none).values()).isNull();
  }

  @Test
  void aCopySharesNothingThatCanChange() {
    Box box = new Box();
    Everything value = everything(box);
    Everything copy = codec.copy(value);

    box.sides[0] = 99;
    box.depth = 98;
    value.times()[1][0] = 97;
    value.flags()[0] = false;

    assertThat(copy).usingRecursiveComparison(EXACTLY).isEqualTo(everything(new Box()));
    assertThat(codec.immutable()).isFalse();
  }

  @Test
  void whatCannotChangeIsItsOwnCopy() {
    StateCodec<Point> points = StateCodec.of(Point.class, Shapes.FIRST);
    Point point = new Point(1, 2, "a", Colour.RED);

    assertThat(points.copy(point)).isSameAs(point);
    assertThat(points.immutable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void laterClassesReadWhatEarlierOnesWrote(boolean labelled) throws IOException {
    Box box = new Box();
    box.sides = new double[] {4, 5};
    box.corner = new Point(7, 8.5, "here", Colour.RED);
    box.label = labelled ? box.corner : null;
    Schema earlier = Schemas.of(Box.class, Shapes.FIRST);
    byte[] bytes = bytes(StateCodec.of(Box.class, Shapes.FIRST), box);

    StateCodec<Crate> later = StateCodec.reading(Schema.parse(earlier.text()), Shapes.LATER);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    Crate crate = later.read(in);
    assertThat(in.available()).isZero();

    assertThat(crate.sides).containsExactly(4, 5);
    assertThat(crate.depth).isEqualTo(5);
    assertThat(crate.weight).as("a new field has the value of a new structure").isEqualTo(7);
    assertThat(crate.corner).isEqualTo(new Place(Paint.VERMILION, 0, 8.5, "here"));
    Crate copy = later.copy(crate);
    assertThat(copy.sides).isEqualTo(crate.sides).isNotSameAs(crate.sides);
    assertThatThrownBy(() -> bytes(later, crate)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatWouldBeLostIsRefused() {
    Schema point = Schemas.of(Point.class, Shapes.FIRST);
    LogicalNames colour = LogicalNames.of(List.of(NamedClass.of("colour/1", Colour.class)));

    refused(point, "state of the kind point/1 is unknown", colour.all().toArray(NamedClass[]::new));
    refused(
        point,
        "point/1 has a field x, which it does not have here",
        NamedClass.of("point/1", Place.class).renamed("y", "latitude"),
        NamedClass.of("colour/1", Colour.class),
        NamedClass.of("paint/1", Paint.class));
    refused(
        point,
        "point/1 has double as its field y, where this version has long",
        NamedClass.of("point/1", Wrong.class),
        NamedClass.of("colour/1", Colour.class));
    refused(
        Schemas.of(Box.class, Shapes.FIRST),
        "colour/1 has the constant RED, which it does not have here",
        NamedClass.of("box/1", Crate.class).dropped("label"),
        NamedClass.of("point/1", Place.class).renamed("y", "latitude").dropped("x"),
        NamedClass.of("colour/1", Paint.class));
  }

  private static void refused(Schema schema, String why, NamedClass... names) {
    LogicalNames classes = LogicalNames.of(Arrays.asList(names));

    assertThatThrownBy(() -> StateCodec.reading(schema, classes))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatCannotLieInStateIsRefused() {
    LogicalNames hidden = LogicalNames.of(List.of(NamedClass.of("hidden/1", Hidden.class)));

    assertThatThrownBy(() -> StateCodec.of(Hidden.class, hidden))
        .hasMessageContaining("what it holds is not public");
    assertThatThrownBy(() -> StateCodec.of(Box.class, hidden))
        .hasMessageContaining("has no logical name");
    assertThat(new Hidden().secret()).isZero();
    assertThatThrownBy(() -> NamedClass.of("Box", Box.class)).hasMessageContaining("logical name");
  }

  private static Everything everything(Box box) {
    box.corner = new Point(3, -0.0, null, null);
    return new Everything(
        true,
        (byte) -3,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Double.NaN,
        "x".repeat(70_000) + "\ud800",
        Colour.GREEN,
        new double[] {1, Double.NaN},
        new long[][] {{}, {1, 2}},
        new boolean[] {true, false},
        new int[200],
        new byte[] {1, 2},
        new String[] {"a", null},
        List.of(new Point(1, 2, "p", Colour.RED)),
        List.of("w", ""),
        List.of(box),
        box);
  }

  private static <T> T again(StateCodec<T> codec, T value) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes(codec, value));
    T read = codec.read(in);
    assertThat(in.available()).isZero();
    return read;
  }

  private static <T> byte[] bytes(StateCodec<T> codec, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    codec.write(value, out);
    return out.getCopyOfBuffer();
  }
}
