package io.podflow.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.testing.SampleRun;
import io.podflow.report.testing.SmallRun;
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
    return page(SampleRun.write(folder, bars, 3, 5, 400));
  }

  private String page(RunSummary summary) throws IOException {
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
  void sectionsWithoutDataAreLeftOut() throws IOException {
    String page = page("sample");
    assertThat(page)
        .contains("<section id=\"lifecycle\"", "<section id=\"attribution\"")
        .doesNotContain("<section id=\"risk\"", "<section id=\"netting\"")
        .doesNotContain("<section id=\"protection\"", "<section id=\"models\"")
        .doesNotContain("showRisk", "showProtection", "showModels", "'offset'");
  }

  @Test
  void everySectionHasItsData() throws IOException {
    RunSummary summary = SampleRun.write(folder, "sample", 3, 5, 400);
    new SmallRun(folder.resolve(RunFolder.DATABASE))
        .exit(19_100, "trend-A", "COINA", "LONG", "stop loss: 1.0 is beyond 2.0, entry 3.0")
        .change(19_000, EventKind.RISK, "", "NORMAL", "DEFENCE", "all targets are 0")
        .change(19_002, EventKind.RISK, "", "DEFENCE", "NORMAL", "full size")
        .event(19_000, EventKind.RISK, "", Severity.CRITICAL, "daily loss 0.04 (limit 0.03)")
        .change(19_050, EventKind.LIFECYCLE, "trend-B", "INCUBATION", "PRODUCTION", "graduates")
        .monitor(19_050, "trend-C", "NORMAL", "WARNING", "CRITICAL")
        .target(19_100, "COINA", 0.5, 0.1)
        .model(19_050, "trend-A", "COINA", "momentum", -0.5)
        .write();
    String page = page(summary);
    for (Section section : Section.values()) {
      assertThat(page).contains("<section id=\"" + section.label() + "\"");
    }
    assertThat(page).contains("showRisk", "showProtection", "showModels", "'offset'");
    JsonNode data = data(page);
    assertThat(data.at("/risk/defence_days").asDouble()).isEqualTo(2);
    assertThat(data.at("/risk/marks/0/messages/0").asText()).startsWith("daily loss 0.04");
    assertThat(data.at("/risk/marks/0/is_critical").asBoolean()).isTrue();
    assertThat(data.at("/lifecycle/transitions/0/why").asText()).isEqualTo("graduates");
    assertThat(data.at("/lifecycle/watch/0/monitors/decay_level").asText()).isEqualTo("CRITICAL");
    assertThat(data.at("/netting/mean").asDouble()).isPositive();
    assertThat(data.at("/protection/counts/0/kind").asText()).isEqualTo("stop loss");
    assertThat(data.at("/models/0/has_coefficients").asBoolean()).isTrue();
    assertThat(data.at("/attribution/pods").size()).isEqualTo(3);
    assertThat(data.at("/attribution/cells/0/pnl").isNumber()).isTrue();
  }

  @Test
  void whatTradingCostsIsStated() throws IOException {
    JsonNode costs = data(page("sample")).at("/summary/run/costs");
    assertThat(costs.at("/fee_bps").asDouble()).isEqualTo(4);
    assertThat(costs.at("/funding_bps_per8h").asDouble()).isEqualTo(1.5);
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
