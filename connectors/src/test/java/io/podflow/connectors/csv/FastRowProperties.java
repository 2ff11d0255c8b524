package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

/** The quick way gives the bits of the thorough way, or leaves the row to it. */
class FastRowProperties {

  private static final int[] ROLES = Columns.of(Reading.HEADER.strip(), "header").roles();

  @Property(tries = 2000)
  @Tag("DA2")
  void numbersAreExactToTheLastBit(@ForAll("decimals") String number) {
    FastRow row = new FastRow(ROLES);
    String line = "2024-01-01T00:00:00Z,1,1,1,1," + number + "\n";
    int end = row.parse(bytes(line), 0);
    if (end >= 0) {
      assertThat(row.value(Columns.VOLUME)).isEqualTo(Double.parseDouble(number));
      assertThat(end).isEqualTo(line.length());
    }
    assertThat(end >= 0)
        .isEqualTo(
            number.replace(".", "").length() <= 18
                && new BigDecimal(number).unscaledValue().bitLength() <= 53);
  }

  @Property(tries = 1000)
  @Tag("DA2")
  void timesAreThoseOfTheLibrary(@ForAll @LongRange(max = 4_102_444_799L) long second) {
    FastRow row = new FastRow(ROLES);
    String text = Instant.ofEpochSecond(second).toString();
    assertThat(row.parse(bytes(text + ",1,1,1,1,1\n"), 0)).isPositive();
    assertThat(row.openTime()).isEqualTo(second * 1_000);
    assertThat(Timestamps.parse(text)).isEqualTo(second * 1_000);
  }

  @Property(tries = 1000)
  @Tag("DA2")
  void otherTimesAreThoseOfTheThoroughWay(@ForAll("times") String time) {
    FastRow row = new FastRow(ROLES);
    if (row.parse(bytes(time + ",1,1,1,1,1\n"), 0) > 0) {
      assertThat(row.openTime()).isEqualTo(Timestamps.parse(time));
      assertThat(Timestamps.instant(time)).isEqualTo(Instant.ofEpochMilli(row.openTime()));
    }
  }

  @Provide
  Arbitrary<String> times() {
    Arbitrary<String> numbers = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(21);
    Arbitrary<String> texts =
        Combinators.combine(
                Arbitraries.longs().between(0, 4_102_444_799L),
                Arbitraries.of("T", " ", ""),
                Arbitraries.of("Z", "", "+00:00", "+01:00", "-00:30", "z"))
            .as(
                (second, between, zone) -> {
                  String iso = Instant.ofEpochSecond(second).toString();
                  return between.isEmpty()
                      ? iso.substring(0, 10)
                      : iso.substring(0, 10) + between + iso.substring(11, 19) + zone;
                });
    return Arbitraries.oneOf(numbers, texts);
  }

  @Property(tries = 2000)
  @Tag("DA2")
  void whatTheQuickWayAcceptsTheThoroughOneDoes(@ForAll("almostRows") String line) {
    FastRow fast = new FastRow(ROLES);
    if (fast.parse(bytes(line + "\n"), 0) == line.length() + 1) {
      RowText slow =
          RowText.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, ROLES);
      assertThat(slow.problem()).isNull();
      assertThat(slow.openTime()).isEqualTo(fast.openTime());
      for (int role = Columns.OPEN; role <= Columns.VOLUME; role++) {
        assertThat(slow.value(role)).isEqualTo(fast.value(role));
      }
    }
  }

  @Example
  @Tag("DA2")
  void timesOfOtherKindsAreLeftToTheThoroughWay() {
    assertThat(Timestamps.parse("1704067200")).isEqualTo(1_704_067_200_000L);
    assertThat(Timestamps.parse("1704067200123")).isEqualTo(1_704_067_200_123L);
    assertThat(Timestamps.parse("2024-01-01T00:00:00.000Z")).isEqualTo(1_704_067_200_000L);
    assertThat(Timestamps.parse("1704067200000000")).isEqualTo(1_704_067_200_000L);
    for (String text : new String[] {"", "1.7e9", "2023-02-29", "yesterday", "NaN"}) {
      assertThat(Timestamps.parse(text)).isEqualTo(Timestamps.UNREADABLE);
    }
  }

  private static byte[] bytes(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + FastRow.SLACK);
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12);
    return Combinators.combine(digits, Arbitraries.of("", "."), digits)
        .as((whole, point, fraction) -> whole + point + fraction);
  }

  @Provide
  Arbitrary<String> almostRows() {
    String row = "2024-02-29T12:00:00Z,10.5,12,9.25,11,1234.5";
    return Combinators.combine(
            Arbitraries.integers().between(0, row.length()),
            Arbitraries.integers().between(0, 3),
            Arbitraries.strings().withChars("0159,.-:TZe+ \"\r").ofMaxLength(3))
        .as(
            (at, length, insert) ->
                row.substring(0, at) + insert + row.substring(Math.min(row.length(), at + length)));
  }
}
