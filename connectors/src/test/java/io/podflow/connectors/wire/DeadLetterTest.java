package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a refused record. */
@Tag("J2")
class DeadLetterTest {

  private static DeadLetter letter(byte @Nullable [] payload) {
    return DeadLetter.of("bars", 0, 0, Examples.TIME, "why", payload);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRecordWithoutPayloadHasNone() {
    assertThat(letter(null).payload()).isEmpty();
    assertThat(letter(null).bytes()).isZero();
  }

  @Test
  void keepsTheBeginningOfALongPayload() {
    DeadLetter letter = letter(utf8("é".repeat(5_000)));
    assertThat(letter.payload()).isEqualTo("é".repeat(4_096));
    assertThat(letter.bytes()).isEqualTo(10_000);
  }

  @Test
  void halvesNoCharacter() {
    assertThat(letter(utf8("x" + "😀".repeat(3_000))).payload())
        .isEqualTo("x" + "😀".repeat(2_047));
    assertThat(letter(utf8("😀".repeat(3_000))).payload()).isEqualTo("😀".repeat(2_048));
  }

  @Test
  void replacesWhatIsNoText() {
    DeadLetter letter = letter(new byte[] {'a', (byte) 0xFF, 'b'});
    assertThat(letter.payload()).isEqualTo("a\uFFFDb");
    assertThat(letter.bytes()).isEqualTo(3);
  }

  @Test
  void theLongestLetterCanBeReadAgain() {
    DeadLetter letter =
        DeadLetter.of("bars", 0, 0, Examples.TIME, "why ".repeat(100), new byte[70_000]);
    assertThat(Examples.DEAD_LETTER.decode(Examples.DEAD_LETTER.encode(letter), 0))
        .isEqualTo(new Decoded.Message<>(letter));
  }
}
