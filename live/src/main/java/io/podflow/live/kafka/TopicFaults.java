package io.podflow.live.kafka;

import java.util.List;

/**
 * What is wrong with the settings of a portfolio's topics, in sentences that name topic, setting,
 * value and the command that mends it.
 *
 * @param refused with which nothing that trades or feeds may start
 * @param warned with which it may
 */
public record TopicFaults(List<String> refused, List<String> warned) {

  public TopicFaults {
    refused = List.copyOf(refused);
    warned = List.copyOf(warned);
  }
}
