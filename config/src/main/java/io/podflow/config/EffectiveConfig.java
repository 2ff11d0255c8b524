package io.podflow.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.binding.SettingsTree;
import io.podflow.config.yaml.YamlWriter;
import io.podflow.domain.settings.PodflowSettings;

/**
 * Settings as a complete configuration: every key with its value, defaults included. Reading it
 * gives equal settings, and equal settings give the same text.
 */
public final class EffectiveConfig {

  private EffectiveConfig() {}

  /** As YAML, in the order of the records; strategy parameters are sorted by name. */
  public static String yaml(PodflowSettings settings) {
    return YamlWriter.write(tree(settings));
  }

  /** As a tree of values. */
  public static ObjectNode tree(PodflowSettings settings) {
    return SettingsTree.of(settings);
  }
}
