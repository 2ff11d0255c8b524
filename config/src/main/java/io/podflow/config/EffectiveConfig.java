package io.podflow.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.binding.SettingsTree;
import io.podflow.config.yaml.YamlWriter;
import io.podflow.domain.layout.Removal;
import io.podflow.domain.settings.PodflowSettings;

/**
 * Settings as a complete configuration: every key with its value, defaults included. Reading the
 * text gives equal settings, and equal settings give the same text.
 */
public final class EffectiveConfig {

  private EffectiveConfig() {}

  /** The settings as YAML, in the order of the records; strategy parameters are sorted by name. */
  public static String yaml(PodflowSettings settings) {
    return YamlWriter.write(tree(settings));
  }

  /**
   * The settings as YAML, with the id of one pod replaced, also in {@code on_removal} of other
   * pods.
   */
  public static String renamed(PodflowSettings settings, String from, String to) {
    ObjectNode tree = tree(settings);
    ObjectNode orchestrator = (ObjectNode) tree.get("orchestrator");
    rename(orchestrator, from, to);
    orchestrator.get("pods").forEach(pod -> rename((ObjectNode) pod, from, to));
    return YamlWriter.write(tree);
  }

  private static void rename(ObjectNode section, String from, String to) {
    if (section.path("pod_id").asText().equals(from)) {
      section.put("pod_id", to);
    }
    if (section.path("on_removal").isTextual()) {
      section.put("on_removal", Removal.renamed(section.get("on_removal").asText(), from, to));
    }
  }

  /** The settings as a tree of values. */
  public static ObjectNode tree(PodflowSettings settings) {
    return SettingsTree.of(settings);
  }
}
