package io.podflow.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  private static final Pattern DATA =
      Pattern.compile(
          "<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private final Path folder;

  ReportPageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String page(String bars) throws IOException {
    RunSummary summary = SampleRun.write(folder, bars, 3, 5, 400);
    Path file = folder.resolve(RunFolder.REPORT);
    try (RunDb db = RunDb.open(folder.resolve(RunFolder.DATABASE))) {
      ReportPage.write(db, summary, file);
    }
    return Files.readString(file);
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  @Test
  void oneFileThatNeedsNoNetwork() throws IOException {
    String page = page("sample");
    String markup = page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1");
    assertThat(markup)
        .contains("<h1")
        .doesNotContain("{{")
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("@import")
        .doesNotContain("url(");
    assertThat(markup.split("<script", -1)).as("data, charts, script").hasSize(4);
    assertThat(page.length()).as("the charts are inside").isGreaterThan(1_000_000);
  }

  @Test
  void theDataIsWhatTheTablesSay() throws IOException {
    JsonNode data = data(page("sample"));
    assertThat(data.get("synthetic").asBoolean()).isTrue();
    assertThat(data.at("/summary/run/name").asText()).startsWith("quickstart");
    assertThat(data.at("/equity/time").size()).isEqualTo(400);
    assertThat(data.at("/shares/names").toString())
        .isEqualTo("[\"trend-A\",\"trend-B\",\"trend-C\",\"reserve\"]");
    double shares = 0;
    for (JsonNode series : data.at("/shares/values")) {
      shares += series.get(150).asDouble();
    }
    assertThat(shares).as("all capital is somebody's").isBetween(0.999, 1.001);
    assertThat(data.get("decisions").size()).isEqualTo(3 * 4);
    assertThat(data.at("/notes/0/symbol").asText()).isEqualTo("COINE");
  }

  @Test
  void textOfTheRunCannotEndTheScript() throws IOException {
    JsonNode data = data(page("sample"));
    assertThat(data.at("/events/latest").toString()).contains("calendar: </script>");
  }

  @Test
  void realBarsAreNotCalledSynthetic() throws IOException {
    assertThat(data(page("bars/1d")).get("synthetic").asBoolean()).isFalse();
  }
}
