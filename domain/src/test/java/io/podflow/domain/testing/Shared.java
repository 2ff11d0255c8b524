package io.podflow.domain.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/**
 * The golden vectors and real bars that lie beside the project. Where they are absent, a test that
 * asks for them is skipped, and says so on the console.
 */
public final class Shared {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Shared() {}

  /** A file or folder under the shared folder, by its path with slashes. */
  public static Path path(String relative) {
    Path path =
        Path.of(System.getProperty("podflow.shared", "../../shared"))
            .toAbsolutePath()
            .normalize()
            .resolve(relative);
    if (!Files.exists(path)) {
      String message = "SKIPPED: " + path + " is absent, so this test proves nothing here";
      System.err.println(message);
      Assumptions.abort(message);
    }
    return path;
  }

  /** The cases of a file of golden vectors, such as {@code rank.json}. */
  public static Stream<JsonNode> cases(String file) {
    return StreamSupport.stream(json("vectors/" + file).path("cases").spliterator(), false);
  }

  /** A JSON file under the shared folder. */
  public static JsonNode json(String relative) {
    try {
      return JSON.readTree(path(relative).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
