package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.config.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTest {

  @TempDir private Path folder;

  @Test
  @Tag("E5")
  void whatFailsHalfwayLeavesNothing() {
    Path out = folder.resolve("new");

    assertThatThrownBy(
            () ->
                Written.whole(
                    out,
                    into -> {
                      Files.createDirectories(into.resolve("below"));
                      Files.writeString(into.resolve("below/part"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Tag("E5")
  void whatSucceedsStays() throws Exception {
    Path out = folder.resolve("new");

    Written.whole(out, into -> Files.createDirectory(into));

    assertThat(folder.toFile().list()).containsExactly("new");
  }

  @Test
  @Tag("E5")
  void whatIsThereIsNotWrittenOver() {
    assertThatThrownBy(() -> Written.refuseExisting(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("exists");
  }
}
