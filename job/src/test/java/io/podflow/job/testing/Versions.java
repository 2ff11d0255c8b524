package io.podflow.job.testing;

import io.podflow.config.ConfigReader;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.VersionChain;
import io.podflow.job.version.VersionText;

/** Small configurations and their texts. */
public final class Versions {

  public static final String ONE =
      "{pod_id: one, strategy_name: buy-and-hold, symbols: [A/U, B/U], max_fraction: 0.3}";
  public static final String TWO =
      "{pod_id: two, strategy_name: buy-and-hold, symbols: [B/U, C/U], max_fraction: 0.3}";

  private Versions() {}

  public static PodflowSettings settings(String... pods) {
    return ConfigReader.installed().parse(yaml(pods), "pods").orThrow();
  }

  /** As somebody writes it. */
  public static String yaml(String... pods) {
    return "orchestrator:\n  pods:\n    - " + String.join("\n    - ", pods);
  }

  /** As a job is started with it. */
  public static ConfigVersion first(String... pods) {
    return ConfigVersion.first("start", VersionText.of(settings(pods)));
  }

  public static VersionChain chain(ConfigVersion first) {
    VersionChain chain = new VersionChain(VersionText.with(Versions.class.getClassLoader()));
    chain.submit(first);
    return chain;
  }
}
