package io.podflow.app.live;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Ids of versions of the configuration: the UTC time of sending, to the millisecond. */
final class VersionIds {

  private static final DateTimeFormatter TO_THE_MILLISECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private VersionIds() {}

  static String now() {
    return TO_THE_MILLISECOND.format(Instant.now());
  }
}
