package io.podflow.chaos.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cluster's REST interface, as far as it is needed here. */
final class ClusterRest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK_BELOW = 300;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String cluster;

  ClusterRest(String cluster) {
    this.cluster = cluster;
  }

  /** Ids of the task managers that the tasks of a job are on, in alphabetical order. */
  List<String> hosts(String job) throws IOException, InterruptedException {
    TreeSet<String> hosts = new TreeSet<>();
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
      for (JsonNode subtask : get(path).path("subtasks")) {
        hosts.add(subtask.path("taskmanager-id").asText());
      }
    }
    return List.copyOf(hosts);
  }

  void cancel(String job) throws IOException, InterruptedException {
    ask(HttpRequest.newBuilder(uri("/jobs/" + job)).method("PATCH", body("")));
  }

  /** Asks for a stop with a canonical savepoint; returns the id of the request. */
  String stop(String job) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/jobs/" + job + "/stop"))
            .header("Content-Type", "application/json")
            .POST(body("{\"drain\": false, \"formatType\": \"CANONICAL\"}"));
    return ask(request).path("request-id").asText();
  }

  /**
   * Where the savepoint of a stop lies; null while it is being made.
   *
   * @throws IOException if it has failed
   */
  @Nullable String savepoint(String job, String request) throws IOException, InterruptedException {
    JsonNode answer = get("/jobs/" + job + "/savepoints/" + request);
    if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      return null;
    }
    JsonNode location = answer.path("operation").path("location");
    if (location.isMissingNode()) {
      throw new IOException("no savepoint: " + answer.path("operation"));
    }
    return location.asText();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(uri(path)));
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= OK_BELOW) {
      throw new IOException(answer.uri() + " was answered with " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }

  private URI uri(String path) {
    return URI.create("http://" + cluster + path);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }
}
