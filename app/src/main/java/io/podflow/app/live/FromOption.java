package io.podflow.app.live;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The value of {@code --from}: a UTC day or a UTC time. */
final class FromOption {

  static final String LABEL = "DAY|TIME";

  /** Messages carry no earlier times. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private FromOption() {}

  /**
   * Epoch milliseconds UTC; of a day its start.
   *
   * @param from null when the option was not given, which is null here too
   * @throws ParameterException if it is neither
   */
  static @Nullable Long millis(@Nullable String from, CommandSpec spec) {
    if (from == null) {
      return null;
    }
    Instant time = time(from);
    if (time == null || time.isBefore(EARLIEST)) {
      throw new ParameterException(
          spec.commandLine(),
          "--from: "
              + from
              + " (expected: a UTC day like 2026-12-01 or a time like 2026-12-01T12:00:00Z, from"
              + " 2000 on)");
    }
    return time.toEpochMilli();
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException neither) {
      return null;
    }
  }
}
