package io.podflow.chaos.stage;

import io.podflow.live.kafka.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is about.
 *
 * @param config the configuration file
 * @param from first UTC day that is traded
 * @param topics of this run alone
 * @param folder for what the run's processes print
 */
public record Scene(Path config, String from, Topics topics, Path folder) {

  /** A command with what all commands of a run are told. */
  List<String> command(String name, String broker, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of(name, config.toString()));
    arguments.addAll(List.of("--kafka", broker, "--topics", topics.prefix(), "--from", from));
    arguments.addAll(more);
    return arguments;
  }
}
