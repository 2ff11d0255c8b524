package io.podflow.connectors.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which the bytes of a message get spoilt. */
enum Mutation {
  FLIPPED_BITS {
    @Override
    byte[] of(byte[] bytes, Random random) {
      byte[] spoilt = bytes.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return spoilt;
    }
  },
  CUT {
    @Override
    byte[] of(byte[] bytes, Random random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  ANOTHER_VALUE {
    @Override
    byte[] of(byte[] bytes, Random random) {
      return replaced(bytes, random, VALUES[random.nextInt(VALUES.length)]);
    }
  },
  SWAPPED_VALUES {
    @Override
    byte[] of(byte[] bytes, Random random) {
      List<MatchResult> values = spots(bytes);
      return replaced(bytes, random, values.get(random.nextInt(values.size())).group(1));
    }
  },
  A_KEY_TWICE {
    @Override
    byte[] of(byte[] bytes, Random random) {
      String json = text(bytes);
      String value = VALUES[random.nextInt(VALUES.length)];
      String key = random.nextBoolean() ? "time" : "v";
      return bytes("{\"" + key + "\":" + value + "," + json.substring(1));
    }
  },
  NESTED_DEEPLY {
    @Override
    byte[] of(byte[] bytes, Random random) {
      String open = random.nextBoolean() ? "[" : "{\"a\":";
      return replaced(bytes, random, open.repeat(5 + random.nextInt(5_000)));
    }
  },
  NOISE {
    @Override
    byte[] of(byte[] bytes, Random random) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      return noise;
    }
  },
  MORE_BEHIND {
    @Override
    byte[] of(byte[] bytes, Random random) {
      return bytes(text(bytes) + VALUES[random.nextInt(VALUES.length)]);
    }
  },
  HUGE {
    @Override
    byte[] of(byte[] bytes, Random random) {
      // most are as long as they may be, which costs more than to refuse a megabyte
      int length = random.nextInt(4) == 0 ? 1 << 20 : 65_000 - bytes.length;
      return replaced(bytes, random, '"' + "x".repeat(length) + '"');
    }
  };

  private static final String[] VALUES = {
    "NaN",
    "Infinity",
    "-1",
    "-1.0",
    "0",
    "-0.0",
    "1",
    "1e999",
    "-1e999",
    "1e-999",
    "1.7e308",
    "123456789012345678901234567890",
    "9223372036854775808",
    "\"1\"",
    "\"\"",
    "\" \"",
    "\"BUY\"",
    "true",
    "null",
    "[]",
    "{}",
    "[1]",
    "{\"a\":1}",
    "\"NaN\"",
    "\"2024-01-02T00:00:00Z\"",
    "\"2030-01-01T00:00:00Z\"",
    "\"1970-01-01T00:00:00Z\"",
    "\"2024-13-01T00:00:00Z\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"heartbeat\"",
    "\"bar\"",
    "\"close\"",
    "01",
    "+1",
    ".5",
    "1.",
    "'x'",
    "9".repeat(1_000),
    "\"" + "é".repeat(500) + "\"",
    "1e2147483648"
  };

  private static final Pattern VALUE =
      Pattern.compile(":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}\\]\\[{\"]+)");

  /** The bytes spoilt; sometimes they come out the same. */
  abstract byte[] of(byte[] bytes, Random random);

  /** The slow ones seldom. */
  static Mutation any(Random random) {
    Mutation mutation = values()[random.nextInt(values().length)];
    return mutation == HUGE && random.nextInt(20) != 0 ? ANOTHER_VALUE : mutation;
  }

  private static byte[] replaced(byte[] bytes, Random random, String value) {
    List<MatchResult> values = spots(bytes);
    MatchResult spot = values.get(random.nextInt(values.size()));
    String json = text(bytes);
    return bytes(json.substring(0, spot.start(1)) + value + json.substring(spot.end(1)));
  }

  private static List<MatchResult> spots(byte[] bytes) {
    return new ArrayList<>(VALUE.matcher(text(bytes)).results().toList());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
