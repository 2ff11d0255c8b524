package io.podflow.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.domain.settings.PodflowSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two configurations, key by key, defaults included. Pods are compared by
 * id, whatever their position in the list.
 */
public final class ConfigDifference {

  private static final String PODS = "pods";
  private static final String ID = "pod_id";

  private final List<String> lines = new ArrayList<>();

  private ConfigDifference() {}

  /**
   * The differences of the {@code orchestrator} section.
   *
   * @return a line for each added or removed pod, and for each changed key: {@code path: before ->
   *     after}
   */
  public static List<String> of(PodflowSettings before, PodflowSettings after) {
    ConfigDifference difference = new ConfigDifference();
    ObjectNode was = section(before);
    ObjectNode is = section(after);
    difference.pods(podsOf(was), podsOf(is));
    difference.compare("orchestrator", was, is);
    return List.copyOf(difference.lines);
  }

  private static ObjectNode section(PodflowSettings settings) {
    return (ObjectNode) EffectiveConfig.tree(settings).get("orchestrator");
  }

  private static Map<String, JsonNode> podsOf(ObjectNode orchestrator) {
    Map<String, JsonNode> pods = new LinkedHashMap<>();
    orchestrator.remove(PODS).forEach(pod -> pods.put(pod.get(ID).asText(), pod));
    return pods;
  }

  private void pods(Map<String, JsonNode> was, Map<String, JsonNode> is) {
    was.keySet().stream().filter(id -> !is.containsKey(id)).forEach(id -> lines.add("- pod " + id));
    is.forEach(
        (id, pod) -> {
          if (!was.containsKey(id)) {
            lines.add(
                "+ pod %s: %s, %s, %s"
                    .formatted(
                        id,
                        pod.get("strategy_name").asText(),
                        pod.get("timeframe").asText(),
                        pod.get("symbols")));
          } else {
            compare("pod " + id, was.get(id), pod);
          }
        });
  }

  private void compare(String path, @Nullable JsonNode was, @Nullable JsonNode is) {
    JsonNode before = orNull(was);
    JsonNode after = orNull(is);
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      before
          .fieldNames()
          .forEachRemaining(key -> compare(path + "." + key, before.get(key), after.get(key)));
      after
          .fieldNames()
          .forEachRemaining(
              key -> {
                if (!before.has(key)) {
                  compare(path + "." + key, null, after.get(key));
                }
              });
    } else {
      lines.add("  " + path + ": " + before + " -> " + after);
    }
  }

  private static JsonNode orNull(@Nullable JsonNode node) {
    return node == null ? JsonNodeFactory.instance.nullNode() : node;
  }
}
