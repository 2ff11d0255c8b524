package io.podflow.app.live;

import io.podflow.app.config.Configurations;
import io.podflow.config.ConfigDifference;
import io.podflow.config.ConfigReader;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.domain.layout.Lineage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.layout.VersionRules;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.live.client.VersionClient;
import io.podflow.live.feed.NewPairs;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow live apply}: sends another configuration to a running job. */
@Command(
    name = "apply",
    description = {
      "Gives a running job another configuration, from a close on; shows first what changes.",
      "What is not valid is refused as a whole, and the job goes on as before."
    })
final class ApplyCommand implements Callable<Integer> {

  /** A time before every close, for which the job takes the next close. */
  private static final Instant NEXT_CLOSE = Instant.parse("2000-01-01T00:00:00Z");

  @Parameters(paramLabel = "CONFIG", description = "The configuration that is to hold.")
  private Path config;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--at",
      paramLabel = "CLOSE",
      description = {
        "The first bar close that it is to hold for, like 2026-12-01T12:00:00Z (default: the next).",
        "When that close is over it holds from the next one on."
      })
  private @Nullable String at;

  @Option(names = "--yes", description = "Send without asking.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for the job's answer (default: 60).")
  private int seconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    long effective = effective();
    StrategyCatalogue catalogue = StrategyCatalogue.load(ApplyCommand.class.getClassLoader());
    PodflowSettings next =
        Configurations.accepted(ConfigReader.toRun(catalogue).read(config), spec);
    KafkaAccess access = kafka.access();
    Topics topics = kafka.topics();
    kafka.prepareTopics(access, next, spec.commandLine().getErr());
    VersionClient client =
        new VersionClient(access, topics, LiveCodecs.of(PortfolioLayout.of(next.orchestrator())));
    List<ConfigMessage> known = client.accepted();
    if (known.isEmpty()) {
      throw new Refusal(
          ExitCode.FAILED, "podflow: no job has said on " + topics.config() + " what it goes by");
    }
    ConfigMessage last = known.get(known.size() - 1);
    ConfigReader reader = new ConfigReader(catalogue);
    PodflowSettings before = settings(reader, last);
    PrintWriter console = spec.commandLine().getOut();
    List<String> lines = ConfigDifference.of(before, next);
    if (lines.isEmpty()) {
      console.println("nothing to change: the job goes by version " + last.version() + " already");
      console.flush();
      return ExitCode.OK;
    }
    console.println("against version " + last.version() + ":");
    lines.forEach(console::println);
    console.flush();
    refuseBroken(lineage(reader, known), before.orchestrator(), next.orchestrator());
    if (!yes && !confirmed()) {
      console.println("nothing was sent");
      console.flush();
      return ExitCode.OK;
    }
    NewPairs pairs = new NewPairs(before.orchestrator(), PortfolioLayout.of(next.orchestrator()));
    String id = new VersionSending(client, access, topics).send(pairs, next, effective, console);
    return told(id, client.await(id, Duration.ofSeconds(seconds)), console);
  }

  private Integer told(String id, VersionClient.@Nullable Answer answer, PrintWriter console) {
    if (answer == null) {
      throw new Refusal(
          ExitCode.FAILED,
          "podflow: version "
              + id
              + " was sent, and the job has not answered within "
              + seconds
              + " s; it answers when it reads on");
    }
    ConfigMessage accepted = answer.accepted();
    if (accepted == null) {
      throw new Refusal(ExitCode.CONFIG, "podflow: the job refused it: " + answer.refusal());
    }
    console.println("version " + id + " holds from " + Instant.ofEpochMilli(accepted.effective()));
    console.flush();
    return ExitCode.OK;
  }

  private long effective() {
    try {
      return (at == null ? NEXT_CLOSE : Instant.parse(at)).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--at: " + at + " (expected: a time like 2026-12-01T12:00:00Z)", e);
    }
  }

  private boolean confirmed() {
    Console terminal = System.console();
    if (terminal == null) {
      throw new ParameterException(
          spec.commandLine(), "nobody can be asked here: give --yes to send it");
    }
    String answer = terminal.readLine("Send it? [y/N] ");
    return answer != null && answer.trim().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static PodflowSettings settings(ConfigReader reader, ConfigMessage version) {
    return reader.parse(version.yaml(), "version " + version.version()).orThrow();
  }

  private static Lineage lineage(ConfigReader reader, List<ConfigMessage> known) {
    Lineage lineage = Lineage.NONE;
    for (ConfigMessage version : known) {
      OrchestratorSettings settings = settings(reader, version).orchestrator();
      lineage = PortfolioLayout.of(settings, lineage).lineage();
    }
    return lineage;
  }

  private static void refuseBroken(
      Lineage lineage, OrchestratorSettings before, OrchestratorSettings next) {
    List<String> broken = VersionRules.broken(lineage, before, next);
    if (!broken.isEmpty()) {
      throw new Refusal(
          ExitCode.CONFIG,
          String.join(System.lineSeparator(), broken)
              + System.lineSeparator()
              + "Nothing was sent.");
    }
  }
}
