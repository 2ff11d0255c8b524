package io.podflow.connectors.wire;

/** The topic {@code config}: versions of the configuration, each with its first close. */
public final class ConfigTopic extends JsonTopic<ConfigMessage> {

  private static final String TYPE = "config";

  public ConfigTopic(WireLimits limits) {
    super("config", limits);
  }

  @Override
  int largest(int others) {
    return Math.max(others, WireLimits.LARGEST_VERSION);
  }

  @Override
  KeyWriter write(ConfigMessage message) {
    KeyWriter out =
        KeyWriter.message(TYPE)
            .text("version", message.version())
            .time("effective", message.effective());
    if (message.begin() != ConfigMessage.NOT_TOLD) {
      out.time("begin", message.begin());
    }
    return out.text("yaml", message.yaml());
  }

  @Override
  ConfigMessage read(KeyReader in, long latest) {
    type(in, TYPE);
    String version = in.id("version");
    long effective = in.time("effective");
    long begin = in.has("begin") ? in.time("begin") : ConfigMessage.NOT_TOLD;
    String yaml = in.text("yaml");
    in.require(!yaml.isBlank(), "yaml", "not empty");
    return new ConfigMessage(version, effective, yaml, begin);
  }
}
