package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.podflow.app.testing.Invocation;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.connectors.wire.ConfigTopic;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.testing.SharedParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that starts a job or an exchange side, as README and the pages have it, on a real
 * broker: a job gets to where the cluster is asked to take it, which this one refuses.
 */
@Tag("LV1")
class DocumentedLiveCommandsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("podflow.root", "..")).toAbsolutePath().normalize();

  /** Up to what ends a command in a line of code or in a sentence. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:podflow|podflow-app-\\S+\\.jar|--application) (live|paper-exchange) [^`#|;&)\\n]*");

  private static final Set<String> OTHERS =
      Set.of("apply", "pause", "resume", "flatten", "reduce", "trim");

  private static final List<String> PLACES = List.of("--kafka", "--topics", "--kafka-properties");

  @TempDir private Path folder;

  @Test
  void everyDocumentedFormIsTaken() throws Exception {
    KafkaAccess kafka = KafkaAccess.of(SharedParts.running().local.broker, null, Map.of());
    HttpServer cluster =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext("/", DocumentedLiveCommandsTest::answer);
    cluster.start();
    try {
      Set<List<String>> commands = documented();
      assertThat(commands).hasSizeGreaterThan(12);
      int number = 0;
      for (List<String> command : commands) {
        Topics topics = new Topics("documented-" + number++);
        if (command.contains("--resume") || command.get(0).equals("paper-exchange")) {
          traded(kafka, topics);
        }
        takes(command, kafka, topics, "127.0.0.1:" + cluster.getAddress().getPort());
      }
    } finally {
      cluster.stop(0);
    }
  }

  private void takes(List<String> command, KafkaAccess kafka, Topics topics, String cluster)
      throws IOException {
    List<Object> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--kafka=" + kafka.servers(), "--topics=" + topics.prefix()));
    if (command.get(0).equals("live")) {
      arguments.add("--cluster=" + cluster);
      Invocation said = Invocation.of(arguments.toArray());
      assertThat(said.out()).as(command + said.err()).contains("trades closes after ");
      assertThat(said.err()).as(command.toString()).contains("no cluster at all");
    } else {
      // A symbol that nobody trades is refused last of all, with the exchange made.
      arguments.add("--plant=NO/ONE=1");
      Invocation said = Invocation.of(arguments.toArray());
      assertThat(said.err()).as(command.toString()).contains("--plant: NO/ONE");
    }
  }

  /** A cluster without jobs that takes none. */
  private static void answer(HttpExchange request) throws IOException {
    String path = request.getRequestURI().getPath();
    boolean known = path.equals("/jobs/overview") || path.equals("/jobmanager/config");
    String answer =
        switch (path) {
          case "/jobs/overview" -> "{\"jobs\":[]}";
          case "/jobmanager/config" ->
              "[{\"key\":\"execution.checkpointing.dir\",\"value\":\"file:/nowhere\"}]";
          default -> "{\"errors\":[\"no cluster at all\"]}";
        };
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    request.getRequestBody().readAllBytes();
    request.getResponseHeaders().add("Content-Type", "application/json");
    request.sendResponseHeaders(known ? 200 : 400, said.length);
    request.getResponseBody().write(said);
    request.close();
  }

  /** What a job says that trades since a month. */
  private static void traded(KafkaAccess kafka, Topics topics) throws Exception {
    TopicSetup.ensure(kafka, topics);
    long begin = Instant.now().toEpochMilli() - 30L * 86_400_000;
    try (Sender sender = new Sender(kafka, topics.config())) {
      sender.send(
          new ConfigTopic(WireLimits.DEFAULT)
              .encode(new ConfigMessage("start-1", begin, "orchestrator: {}", begin)));
      sender.flush();
    }
  }

  /**
   * Arguments from {@code live} or {@code paper-exchange} on, without the broker and the cluster.
   */
  private Set<List<String>> documented() throws IOException {
    Set<List<String>> commands = new LinkedHashSet<>();
    for (Path page : pages()) {
      for (String line : Files.readAllLines(page)) {
        Matcher found = COMMAND.matcher(line);
        while (found.find()) {
          commands.addAll(arguments(found.group(), found.group(1)));
        }
      }
    }
    return commands;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /** Nothing where only the name of the command stands, or another one. */
  private List<List<String>> arguments(String text, String name) throws IOException {
    List<String> words = List.of(text.substring(text.indexOf(name)).trim().split("\\s+"));
    if (words.size() < 2 || OTHERS.contains(words.get(1)) || !words.get(1).endsWith(".yaml")) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>(List.of(name, config().toString()));
    for (int i = 2; i < words.size(); i++) {
      String word = words.get(i);
      if (PLACES.contains(word) || word.equals("--cluster")) {
        i++;
      } else if (!word.equals("$kafka") && !word.equals("…")) {
        arguments.add(word.equals("DAY") ? Instant.now().toString().substring(0, 10) : word);
      }
    }
    return List.of(arguments);
  }

  private Path config() throws IOException {
    Path file = folder.resolve("my.yaml");
    return Files.exists(file) ? file : Files.copy(ROOT.resolve("config/quickstart.yaml"), file);
  }
}
