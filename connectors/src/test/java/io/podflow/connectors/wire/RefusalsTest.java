package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and in which words. */
@Tag("J2")
class RefusalsTest {

  private static String reason(WireTopic<?> topic, byte @Nullable [] payload) {
    if (topic.decode(payload, Examples.NOW) instanceof Decoded.Refused<?> refused) {
      return refused.reason();
    }
    return "not refused";
  }

  private static String reason(WireTopic<?> topic, String json) {
    return reason(topic, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The document with another value at the first key of this name. */
  private static String with(String json, String key, String value) {
    Pattern pair = Pattern.compile("\"" + key + "\":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}\\]]+)");
    Matcher matcher = pair.matcher(json);
    assertThat(matcher.find()).as("%s in %s", key, json).isTrue();
    return matcher.replaceFirst(Matcher.quoteReplacement("\"" + key + "\":" + value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000,
      textBlock =
          """
          bars|bar|v|2|v is 2 (expected: 1)
          bars|bar|v|"1"|v is "1" (expected: 1)
          bars|bar|v|1.0|v is 1.0 (expected: 1)
          bars|bar|type|"candle"|type is "candle" (expected: one of bar, heartbeat, version, history, funding)
          bars|bar|type|null|type is null (expected: one of bar, heartbeat, version, history, funding)
          bars|bar|symbol|"DOGE/USDT"|symbol is "DOGE/USDT" (expected: one that a pod trades)
          bars|bar|symbol|""|symbol is "" (expected: not empty)
          bars|bar|symbol|7|symbol is 7 (expected: a text)
          bars|bar|symbol|"a\\u0000b"|symbol is "a\\u0000b" (expected: no control characters)
          bars|bar|symbol|"\\ud800"|symbol is "?" (expected: a text without halves of characters)
          bars|bar|timeframe|"1H"|timeframe is "1H" (expected: one of 1m, 5m, 15m, 30m, 1h, 2h, 3h, 4h, 6h, 12H, 1D)
          bars|bar|open_time|"2024-01-01T22:30:00Z"|open_time is "2024-01-01T22:30:00Z" (expected: the open of a 1h bar)
          bars|bar|open_time|"2024-01-03T00:00:00Z"|open_time is "2024-01-03T00:00:00Z" (expected: the open of a 1h bar that closes by 2024-01-03T00:00:01Z)
          bars|bar|open_time|"1999-12-31T23:00:00Z"|open_time is "1999-12-31T23:00:00Z" (expected: not before 2000)
          bars|bar|open_time|"2024-02-30T00:00:00Z"|open_time is "2024-02-30T00:00:00Z" (expected: a time like 2024-01-02T00:00:00Z)
          bars|bar|open_time|"2024-01-01T24:00:00Z"|open_time is "2024-01-01T24:00:00Z" (expected: a time like 2024-01-02T00:00:00Z)
          bars|bar|open_time|"2024-01-01T23:00:00+00:00"|open_time is "2024-01-01T23:00:00+00:00" (expected: a time like 2024-01-02T00:00:00Z)
          bars|bar|open_time|"2024-01-01T23:00:00.0000Z"|open_time is "2024-01-01T23:00:00.0000Z" (expected: a time like 2024-01-02T00:00:00Z)
          bars|bar|open_time|1704067200000|open_time is 1704067200000 (expected: a time like 2024-01-02T00:00:00Z)
          bars|bar|open|0|open 0.0 is not above 0
          bars|bar|open|-0.0|open -0.0 is not above 0
          bars|bar|close|-1|close -1.0 is not above 0
          bars|bar|close|"42050"|close is "42050" (expected: a finite number)
          bars|bar|close|1e999|close is Infinity (expected: a finite number)
          bars|bar|close|null|close is null (expected: a finite number)
          bars|bar|close|true|close is true (expected: a finite number)
          bars|bar|close|{"x":1}|close is an object (expected: a finite number)
          bars|bar|close|[1]|close is a list (expected: a finite number)
          bars|bar|close|NaN|not JSON: Non-standard token 'NaN' at column 149
          bars|bar|close|-Infinity|not JSON: Non-standard token '-Infinity' at column 155
          bars|bar|close|01|not JSON: Invalid numeric value: Leading zeroes not allowed at column 147
          bars|bar|high|42000|high 42000.0 is below open 42000.5
          bars|bar|high|42040|high 42040.0 is below close 42050.0
          bars|bar|low|42101|high 42100.0 is below low 42101.0
          bars|bar|low|42010|open 42000.5 is below low 42010.0
          bars|bar|volume|-5|volume -5.0 is below 0
          bars|bar|volume|5,"volume":5|not JSON: Duplicate field 'volume' at column 173
          bars|heartbeat|time|"2024-01-03T00:00:01.001Z"|time is "2024-01-03T00:00:01.001Z" (expected: not after 2024-01-03T00:00:01Z)
          orders|o-1|order_id|" "|order_id is " " (expected: not empty)
          orders|o-1|side|"HOLD"|side is "HOLD" (expected: one of BUY, SELL)
          orders|o-1|side|"buy"|side is "buy" (expected: one of BUY, SELL)
          orders|o-1|quantity|-1.0|quantity is -1.0 (expected: more than 0)
          orders|o-1|quantity|0|quantity is 0 (expected: more than 0)
          orders|o-1|quantity|1e-999|quantity is 0.0 (expected: more than 0)
          orders|o-1|reference_price|0.0|reference_price is 0.0 (expected: more than 0)
          orders|o-1|reduce_only|0|reduce_only is 0 (expected: true or false)
          orders|"close"|time|"1970-01-01T00:00:00Z"|time is "1970-01-01T00:00:00Z" (expected: not before 2000)
          exchange|f-1|price|0|price is 0 (expected: more than 0)
          exchange|f-1|fee|1e400|fee is Infinity (expected: a finite number)
          exchange|f-1|fill_id|""|fill_id is "" (expected: not empty)
          exchange|f-1|sequence|-1|sequence is -1 (expected: a whole number from 0 to 9223372036854775807)
          exchange|f-1|sequence|1.5|sequence is 1.5 (expected: a whole number from 0 to 9223372036854775807)
          exchange|f-1|sequence|9223372036854775808|sequence is 9223372036854775808 (expected: a whole number from 0 to 9223372036854775807)
          exchange|f-1|time|"2024-01-03T00:00:02Z"|time is "2024-01-03T00:00:02Z" (expected: not after 2024-01-03T00:00:01Z)
          exchange|rejected|reason|null|reason is null (expected: a text)
          exchange|heartbeat|takes_orders|"true"|takes_orders is "true" (expected: true or false)
          exchange|open_orders|symbol|"ETH/USDT"|positions[1].symbol is "ETH/USDT" (expected: each symbol once)
          exchange|open_orders|average_price|0|positions[0].average_price is 0 (expected: more than 0)
          exchange|open_orders|realized_pnl|"1"|positions[0].realized_pnl is "1" (expected: a finite number)
          exchange|"positions":[]|positions|[1|positions[0] is 1 (expected: an object)
          exchange|"positions":[]|positions|7,"x":[|positions is 7 (expected: a list)
          bars|"version","version|version|""|version is "" (expected: not empty)
          bars|"version","version|history|-1|history is -1 (expected: a whole number from 0 to 2147483647)
          bars|"version","version|yaml|"  "|yaml is "  " (expected: not empty)
          bars|history","version|open_time|"2024-01-03T00:00:00Z"|open_time is "2024-01-03T00:00:00Z" (expected: the open of a 1D bar that closes by 2024-01-03T00:00:01Z)
          bars|"funding"|symbol|"DOGE/USDT"|symbol is "DOGE/USDT" (expected: one that a pod trades)
          bars|"funding"|time|"2024-01-03T00:00:01.001Z"|time is "2024-01-03T00:00:01.001Z" (expected: not after 2024-01-03T00:00:01Z)
          bars|"funding"|time|"1999-12-31T23:00:00Z"|time is "1999-12-31T23:00:00Z" (expected: not before 2000)
          bars|"funding"|rate|1|rate is 1 (expected: a fraction between -1 and 1)
          bars|"funding"|rate|-1.0|rate is -1.0 (expected: a fraction between -1 and 1)
          bars|"funding"|rate|null|rate is null (expected: a finite number)
          bars|"funding"|rate|1e999|rate is Infinity (expected: a finite number)
          bars|"funding"|rate|"0.1"|rate is "0.1" (expected: a finite number)
          config|config|version|7|version is 7 (expected: a text)
          config|config|yaml|" \\n"|yaml is " \\n" (expected: not empty)
          decisions|RE_ENTRY|table|"asset"|table is "asset" (expected: one of assets, pods, allocations, targets, orders, fills, pod_fills, positions, equity, events, monitors, models, unsent, benchmarks)
          decisions|RE_ENTRY|table|"pods"|row.fraction is missing
          decisions|RE_ENTRY|row|7,"x":{"y":7|row is 7 (expected: an object)
          decisions|RE_ENTRY|close|"1"|row.close is "1" (expected: a finite number)
          decisions|RE_ENTRY|cooldown|1.5|row.cooldown is 1.5 (expected: a whole number from -2147483648 to 2147483647)
          decisions|calendar|applied|true|row.applied is true (expected: a whole number from 0 to 1)
          decisions|selector|kind|"other"|row.kind is "other" (expected: one of selector, lifecycle, rebalance, risk, order, data, config, orphan, idle, ruin, unsent)
          dead-letter|dead_letter|offset|-1|offset is -1 (expected: a whole number from 0 to 9223372036854775807)
          dead-letter|dead_letter|payload|1|payload is 1 (expected: a text)
          """)
  void tellsTheKeyTheValueAndTheRule(
      String topic, String example, String key, String value, String reason) {
    String json = with(Examples.json(topic, example), key, value);
    assertThat(reason(Examples.topic(topic), json)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          bars|bar|volume|5,"x":1|"x"
          orders|cancel|symbol|"ETH/USDT","quantity":1|"quantity"
          exchange|open_orders|realized_pnl|1,"x":1|positions[0]."x"
          bars|"funding"|rate|0.1,"volume":1|"volume"
          decisions|RE_ENTRY|target|1,"x":1|row."x"
          """)
  @Tag("LV3")
  void ignoresAndNamesAKeyThatItDoesNotKnow(
      String topic, String example, String key, String value, String unknown) {
    String json = with(Examples.json(topic, example), key, value);
    assertThat(Examples.topic(topic).decode(json.getBytes(StandardCharsets.UTF_8), Examples.NOW))
        .isInstanceOfSatisfying(
            Decoded.Message.class,
            message -> assertThat(message.unknownKeys()).isEqualTo(List.of(unknown)));
  }

  @Test
  @Tag("LV3")
  void namesAFewUnknownKeysAtMost() {
    String json = Examples.json("bars", "heartbeat");
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      more.append(",\"x").append(i).append("\":1");
    }
    String payload = json.substring(0, json.length() - 1) + more + "}";
    assertThat(Examples.BARS.decode(payload.getBytes(StandardCharsets.UTF_8), Examples.NOW))
        .isInstanceOfSatisfying(
            Decoded.Message.class, message -> assertThat(message.unknownKeys()).hasSize(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7|payload is 7 (expected: a JSON object)
          [{"v":1}]|payload is a list (expected: a JSON object)
          null|payload is null (expected: a JSON object)
          {}|v is missing
          {"v":1}|type is missing
          {"v":1,"type":"heartbeat"}|time is missing
          ` `|payload is blank (expected: a JSON object)
          {"v":1,"type":"heartbeat","time":"2024-01-01T00:00:00Z"}x|not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at column 57
          {"v":1,"type":"heartbeat","time":"2024-01-01T00:00:00Z"} {}|not JSON: more follows the end at column 58
          {"v":1,"type":"heartbeat"|not JSON: Unexpected end-of-input: expected close marker for Object at column 26
          {'v':1}|not JSON: Unexpected character (''' (code 39)): was expecting double-quote to start field name at column 2
          {"v":1,/**/"type":"heartbeat"}|not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment? at column 8
          {"v":[[[[[[[[[[1]]]]]]]]]]}|not JSON: Document nesting depth (9) exceeds the maximum allowed (8)
          """)
  void tellsWhyItIsNoMessage(String payload, String reason) {
    assertThat(reason(Examples.BARS, payload)).isEqualTo(reason);
  }

  @Test
  void refusesWhatHasNoPayload() {
    String reason = "payload is empty (expected: a JSON object)";
    assertThat(reason(Examples.BARS, (byte[]) null)).isEqualTo(reason);
    assertThat(reason(Examples.BARS, new byte[0])).isEqualTo(reason);
  }

  @Test
  void refusesOtherEncodings() {
    String json = Examples.json("bars", "heartbeat");
    assertThat(reason(Examples.BARS, json.getBytes(StandardCharsets.UTF_16BE)))
        .startsWith("not JSON: Illegal character");
    assertThat(reason(Examples.BARS, json.getBytes(StandardCharsets.UTF_16)))
        .isEqualTo("not UTF-8: byte 1");
    assertThat(reason(Examples.CONFIG, new byte[] {'{', '"', (byte) 0xC3, '"'}))
        .isEqualTo("not UTF-8: byte 3");
    assertThat(reason(Examples.BARS, "\uFEFF" + json)).startsWith("not JSON: Unexpected character");
  }

  @Test
  void refusesWhatIsTooLong() {
    WireLimits limits = new WireLimits(100, 0);
    byte[] payload = new byte[101];
    assertThat(reason(new OrdersTopic(limits), payload))
        .isEqualTo("payload is 101 bytes (expected: at most 100)");
    assertThat(reason(Examples.EXCHANGE, new byte[1 << 20]))
        .isEqualTo("payload is 1048576 bytes (expected: at most 65536)");
  }

  @Test
  @Tag("LV11")
  void aVersionMayBeLongerThanABarAndIsNotParsedBeyondItsLimit() {
    String version = Examples.json("bars", "version");
    assertThat(reason(Examples.BARS, padded(version, 262_144))).isEqualTo("not refused");
    assertThat(reason(Examples.BARS, padded(version, 262_145)))
        .isEqualTo("payload is 262145 bytes (expected: at most 262144)");
    assertThat(reason(Examples.BARS, padded("no JSON", 262_145)))
        .as("unparsed")
        .isEqualTo("payload is 262145 bytes (expected: at most 262144)");
    assertThat(reason(Examples.BARS, padded(Examples.json("bars", "BTC/USDT"), 65_537)))
        .isEqualTo("payload is 65537 bytes (expected: at most 65536)");
    assertThat(reason(Examples.CONFIG, padded(Examples.json("config", "yaml"), 262_144)))
        .isEqualTo("not refused");
    assertThat(reason(Examples.CONFIG, new byte[262_145]))
        .isEqualTo("payload is 262145 bytes (expected: at most 262144)");
  }

  private static String padded(String json, int bytes) {
    return json + " ".repeat(bytes - json.getBytes(StandardCharsets.UTF_8).length);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301})
  void limitsIds(int length) {
    String id = "i".repeat(length);
    String json = with(Examples.json("exchange", "f-1"), "order_id", "\"" + id + "\"");
    assertThat(reason(Examples.EXCHANGE, json))
        .isEqualTo(
            length == 300
                ? "not refused"
                : "order_id is \"" + "i".repeat(39) + "…\" (expected: at most 300 characters)");
  }

  @Test
  void limitsNumbersKeysAndReasons() {
    String number = "1".repeat(101);
    assertThat(reason(Examples.ORDERS, with(Examples.json("orders", "o-1"), "quantity", number)))
        .startsWith("not JSON: Number value length (101) exceeds the maximum allowed (100)");
    assertThat(reason(Examples.BARS, "{\"" + "k".repeat(201) + "\":1}"))
        .startsWith("not JSON: Name length (201) exceeds the maximum allowed (200)");
    String junk = "x\n".repeat(30_000);
    assertThat(reason(Examples.BARS, junk)).hasSizeLessThanOrEqualTo(300).doesNotContain("\n");
    assertThat(reason(Examples.BARS, "x".repeat(60_000)))
        .hasSizeLessThanOrEqualTo(300)
        .contains(" at column ");
  }

  @Test
  void aToleranceMayBeZero() {
    BarsTopic strict = new BarsTopic(Set.of("BTC/USDT"), new WireLimits(1_000, 0));
    assertThat(strict.decode(strict.encode(MarketMessage.heartbeat(Examples.NOW)), Examples.NOW))
        .isInstanceOf(Decoded.Message.class);
    assertThat(
            strict.decode(strict.encode(MarketMessage.heartbeat(Examples.NOW)), Examples.NOW - 1))
        .isInstanceOf(Decoded.Refused.class);
  }
}
