package io.podflow.job.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class LengthsProperties {

  @Property
  @Tag("J1")
  void whatIsWrittenIsRead(
      @ForAll @IntRange(min = Lengths.NULL, max = Integer.MAX_VALUE - 1) int length)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    Lengths.write(length, out);

    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(Lengths.read(in)).isEqualTo(length);
    assertThat(in.available()).isZero();
    assertThat(out.length()).isEqualTo(length < 127 ? 1 : 1 + log128(length + 1));
  }

  private static int log128(int value) {
    return (31 - Integer.numberOfLeadingZeros(value)) / 7;
  }
}
