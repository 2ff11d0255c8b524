package io.podflow.app.live;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.connectors.wire.WireLimits;
import java.util.Set;

/** Refuses a configuration whose message a job would refuse unread (decision LV11). */
final class VersionSize {

  private static final BarsTopic WIRE = new BarsTopic(Set.of(), WireLimits.DEFAULT);

  private VersionSize() {}

  /**
   * @param id under which it is sent
   * @param yaml with every default
   * @return {@code yaml}
   * @throws Refusal naming size and limit
   */
  static String within(String id, String yaml) {
    int bytes = WIRE.encode(MarketMessage.version(id, 0, Integer.MAX_VALUE, yaml)).length;
    if (bytes > WireLimits.LARGEST_VERSION) {
      throw new Refusal(
          ExitCode.CONFIG,
          "podflow: the configuration, with every default, is a message of %d bytes (expected: at most %d); share pods or symbols out among portfolios"
              .formatted(bytes, WireLimits.LARGEST_VERSION));
    }
    return yaml;
  }
}
