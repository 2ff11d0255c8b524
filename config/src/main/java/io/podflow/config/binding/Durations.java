package io.podflow.config.binding;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as written in configuration: {@code 500 ms}, {@code 30 s}, {@code 5 m}. */
public final class Durations {

  /** Regular expression of a duration above zero. */
  public static final String PATTERN = "[1-9][0-9]{0,11} ?(ms|s|m|h)";

  private static final Pattern WRITTEN = Pattern.compile("([0-9]+) ?(ms|s|m|h)");

  private Durations() {}

  static Duration parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!text.matches(PATTERN) || !matcher.matches()) {
      throw new IllegalArgumentException("duration '" + text + "'");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  static String text(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }
}
