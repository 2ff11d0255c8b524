package io.podflow.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.pod.PodState;
import io.podflow.job.state.codec.NamedClass;
import io.podflow.job.state.codec.Schemas;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StateTypesTest {

  private static final String SCHEMAS = "/state-schemas.txt";

  /**
   * What savepoints hold. A difference is a change of state: a field that is new has the value of a
   * new structure when an older savepoint is read; one that is renamed or gone has to be told to
   * {@link StateNames}; one that means something else needs a name with the next version. Then copy
   * the schemas that this test wrote to src/test/resources.
   */
  @Test
  @Tag("J1")
  void savepointsHoldWhatTheyHeld() throws IOException {
    String now = schemas();
    Files.writeString(Path.of("target").resolve("state-schemas.txt"), now);
    assertThat(now).isEqualTo(resource());
  }

  private static String schemas() {
    SortedMap<String, String> lines = new TreeMap<>();
    for (NamedClass named : StateNames.ALL.all()) {
      Schema schema = Schemas.of(named.type(), StateNames.ALL);
      lines.put(named.name(), schema.definition(named.name()).text());
    }
    StringBuilder text = new StringBuilder();
    lines.forEach((name, line) -> text.append(name).append(' ').append(line).append('\n'));
    return text.toString();
  }

  private static String resource() {
    try (var in = StateTypesTest.class.getResourceAsStream(SCHEMAS)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Tag("J1")
  void aSnapshotNamesNoClassButItsOwn() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out,
        StateTypes.PORTFOLIO_INPUT
            .createSerializer(new SerializerConfigImpl())
            .snapshotConfiguration());
    String bytes = new String(out.getCopyOfBuffer(), StandardCharsets.ISO_8859_1);

    assertThat(bytes.split("io\\.podflow", -1)).hasSize(2);
    assertThat(bytes).contains("io.podflow.job.state.StateSerializerSnapshot", "portfolio-input/1");
    TypeSerializerSnapshot<?> read =
        TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(read.restoreSerializer())
        .isEqualTo(StateSerializer.of(io.podflow.job.state.PortfolioInput.class));
  }

  @Test
  @Tag("J1")
  void stateOfFlinksOwnSerializersIsRefusedWithTheCommand() {
    TypeSerializerSnapshot<Bar> now = StateSerializer.of(Bar.class).snapshotConfiguration();
    @SuppressWarnings({"unchecked", "rawtypes"})
    TypeSerializerSnapshot<Bar> old =
        (TypeSerializerSnapshot) LongSerializer.INSTANCE.snapshotConfiguration();

    assertThatThrownBy(() -> now.resolveSchemaCompatibility(old))
        .isInstanceOf(OldSavepointException.class)
        .hasMessageContaining("podflow state upgrade OLD NEW");
  }

  @Test
  @Tag("J1")
  void whatIsCopiedSharesNothing() {
    PodState state = new PodState();
    state.targets = new double[] {1};

    PodState copy = StateSerializer.of(PodState.class).copy(state);

    assertThat(copy.targets).isEqualTo(state.targets).isNotSameAs(state.targets);
    Bar bar = new Bar(0, Timeframe.D1, 1, 2, 3, 4, 5, 6);
    assertThat(StateSerializer.of(Bar.class).copy(bar)).isSameAs(bar);
  }
}
