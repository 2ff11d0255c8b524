package io.podflow.config;

import io.podflow.config.binding.KeyType;
import io.podflow.config.binding.SettingKey;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Setting;
import java.util.List;

/**
 * Every key of a configuration as a page in Markdown: allowed values, default and meaning of each
 * key. The page is made from the {@code @Setting} annotations that also read a configuration.
 */
public final class ConfigReference {

  private static final String BEGIN =
      """
      # Every key of a configuration

      Made by `podflow config reference`. A section below another one is written indented below it in YAML; `[]` stands for each entry of a
      list. A key that is not named here is an error. `podflow config show FILE` prints a file with all defaults filled in, and
      `podflow config check FILE` names every error at once. Why a default is what it is: [defaults.md](defaults.md). Fractions are fractions:
      0.05 is 5 %.
      """;

  private final StringBuilder page = new StringBuilder(BEGIN);

  private ConfigReference() {}

  /** The page, which ends with a line feed. */
  public static String markdown() {
    ConfigReference reference = new ConfigReference();
    for (SettingKey section : SettingKey.of(PodflowSettings.class)) {
      reference.visit(section.name(), section);
    }
    return reference.page.toString();
  }

  /** Writes page sections for a key whose value has keys of its own, and for all nested keys. */
  private void visit(String path, SettingKey key) {
    if (key.type() instanceof KeyType.Section section) {
      section(path, key, SettingKey.of(section.record()));
    } else if (key.type() instanceof KeyType.Elements list
        && list.element() instanceof KeyType.Section section) {
      section(path + "[]", key, SettingKey.of(section.record()));
    }
  }

  private void section(String path, SettingKey key, List<SettingKey> keys) {
    page.append("\n## ").append(path).append("\n\n").append(key.setting().value()).append('.');
    if (key.nullable()) {
      page.append(" May be null; default: ").append(defaultOf(key)).append('.');
    }
    page.append("\n\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
    keys.forEach(this::row);
    keys.forEach(below -> visit(path + "." + below.name(), below));
  }

  private void row(SettingKey key) {
    page.append("| `")
        .append(key.name())
        .append("` | ")
        .append(cell(key.values()))
        .append(" | ")
        .append(defaultOf(key))
        .append(" | ")
        .append(cell(key.setting().value()))
        .append(" |\n");
  }

  private static String defaultOf(SettingKey key) {
    if (key.required()) {
      return "must be given";
    }
    if (!key.setting().def().equals(Setting.SECTION)) {
      return "`" + key.setting().def() + "`";
    }
    return key.type() instanceof KeyType.Free ? "none" : "those of its keys";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
