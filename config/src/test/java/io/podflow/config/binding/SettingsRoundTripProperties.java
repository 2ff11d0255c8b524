package io.podflow.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.violation.Places;
import io.podflow.config.violation.ViolationLog;
import io.podflow.config.yaml.YamlReader;
import io.podflow.config.yaml.YamlWriter;
import io.podflow.domain.settings.PodflowSettings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class SettingsRoundTripProperties {

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  @Tag("V1")
  void settingsWrittenAsYamlReadBackEqual(@ForAll("settings") PodflowSettings settings) {
    String yaml = YamlWriter.write(SettingsTree.of(settings));

    ViolationLog log = new ViolationLog(new Places("again"));
    ObjectNode tree = YamlReader.read(yaml, log).orElseThrow();
    PodflowSettings again = new SettingsBinder(log).bind(PodflowSettings.class, tree, "");

    assertThat(log.all()).isEmpty();
    assertThat(again).isEqualTo(settings);
    assertThat(YamlWriter.write(SettingsTree.of(again))).isEqualTo(yaml);
  }

  @Provide
  Arbitrary<PodflowSettings> settings() {
    return ArbitrarySettings.of(PodflowSettings.class).map(PodflowSettings.class::cast);
  }
}
