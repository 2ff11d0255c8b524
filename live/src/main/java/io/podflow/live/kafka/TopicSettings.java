package io.podflow.live.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How a broker has to keep the topics of a portfolio (decision LV8): nothing is removed by age or
 * size. A job reads its topics again after a restart, and bars carry the times of their market, so
 * that a broker with a retention of a week removes the bars of a replay as soon as they are sent.
 */
final class TopicSettings {

  /** Copies from which on a record has to lie on two brokers before it counts as sent. */
  private static final int SAFE = 3;

  private static final Map<String, String> KEEPS =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

  /** Records of health are of no use after seven days (decision LV2). */
  private static final Map<String, String> FORGETS =
      Map.of("cleanup.policy", "delete", "retention.ms", "604800000");

  private TopicSettings() {}

  /**
   * A topic with one partition, whose order is what event time is made of.
   *
   * @param kept whether nothing is to be removed from it
   * @param copies brokers that it lies on
   */
  static NewTopic create(String topic, boolean kept, int copies) {
    Map<String, String> settings = new TreeMap<>(kept ? KEEPS : FORGETS);
    if (copies >= SAFE) {
      settings.put("min.insync.replicas", "2");
    }
    return new NewTopic(topic, 1, (short) copies).configs(settings);
  }

  /**
   * Judges the settings that topics have.
   *
   * @param tool options by which Kafka's own tools reach the broker
   * @param settings by name of topic; without those that are not there
   */
  static TopicFaults judge(Topics topics, String tool, Map<String, Config> settings) {
    List<String> refused = new ArrayList<>();
    List<String> warned = new ArrayList<>();
    settings.forEach(
        (topic, config) -> {
          Map<String, String> wrong = wrong(config);
          if (wrong.isEmpty()) {
            return;
          }
          if (topics.neededAgain().contains(topic)) {
            refused.add(sentence(topic, wrong, tool, "what a restart reads again"));
          } else if (topic.equals(topics.decisions())) {
            warned.add(sentence(topic, wrong, tool, "decisions that nobody has recorded yet"));
          }
        });
    return new TopicFaults(refused, warned);
  }

  /** The settings that are not as they have to be, with their values. */
  private static Map<String, String> wrong(Config config) {
    Map<String, String> wrong = new TreeMap<>();
    KEEPS.forEach(
        (name, value) -> {
          ConfigEntry entry = config.get(name);
          if (entry != null && !value.equals(entry.value())) {
            wrong.put(name, entry.value());
          }
        });
    return wrong;
  }

  private static String sentence(
      String topic, Map<String, String> wrong, String tool, String lost) {
    List<String> found = new ArrayList<>();
    List<String> mended = new ArrayList<>();
    wrong.forEach(
        (name, value) -> {
          found.add(name + " is " + value + " (expected: " + KEEPS.get(name) + ")");
          mended.add(name + "=" + KEEPS.get(name));
        });
    return topic
        + ": "
        + String.join(", ", found)
        + ": the broker would remove "
        + lost
        + "; to mend: kafka-configs.sh "
        + tool
        + " --alter --entity-type topics --entity-name "
        + topic
        + " --add-config "
        + String.join(",", mended);
  }
}
