package io.podflow.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunJson;
import io.podflow.connectors.rundb.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code report.html}: one HTML file without external resources. */
public final class ReportPage {

  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  /** Scripts in the order of the page, before the scripts of the sections. */
  private static final List<String> SCRIPTS =
      List.of("words.js", "tables.js", "charts.js", "selector.js");

  private static final String LAST_SCRIPT = "page.js";

  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private ReportPage() {}

  /** Writes the page of a run whose database and summary are complete. */
  public static void write(RunDb db, RunSummary summary, Path file) throws IOException {
    ReportData data = ReportData.of(db, summary);
    List<Section> sections = Section.of(data);
    Map<String, String> parts = new HashMap<>();
    parts.put("style", resource("report.css"));
    parts.put("charts", inScript(resource(CHARTS)));
    parts.put("data", json(data));
    parts.put("script", script(sections));
    for (Section section : sections) {
      parts.put(section.label(), resource(section.markup()));
    }
    try (Writer page = Files.newBufferedWriter(file)) {
      fill(resource("report.html"), parts, page);
    }
  }

  private static String script(List<Section> sections) throws IOException {
    List<String> names = new ArrayList<>(SCRIPTS);
    sections.forEach(section -> names.add(section.script()));
    names.add(LAST_SCRIPT);
    StringBuilder script = new StringBuilder();
    for (String name : names) {
      script.append(resource(name)).append('\n');
    }
    return script.toString();
  }

  /** Fills all slots in one pass, so that text of the run that looks like a slot stays text. */
  private static void fill(String template, Map<String, String> parts, Writer page)
      throws IOException {
    Matcher slot = SLOT.matcher(template);
    int written = 0;
    while (slot.find()) {
      page.write(template, written, slot.start() - written);
      page.write(parts.getOrDefault(slot.group(1), ""));
      written = slot.end();
    }
    page.write(template, written, template.length() - written);
  }

  /** The data as JSON without {@code <}, so that no message can end the script element. */
  private static String json(ReportData data) throws JsonProcessingException {
    return RunJson.MAPPER.writeValueAsString(data).replace("<", "\\u003c");
  }

  private static String inScript(String code) {
    return code.replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
