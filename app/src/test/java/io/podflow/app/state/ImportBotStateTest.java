package io.podflow.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.api.Bar;
import io.podflow.app.testing.Said;
import io.podflow.config.refusal.ExitCode;
import io.podflow.job.engine.RunScope;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample database becomes a savepoint that says what the database said. */
class ImportBotStateTest {

  private static final Path CONFIG =
      Path.of(System.getProperty("podflow.root", ".."), "config/orchestrator-live.yaml");
  private static final String STATE = "orchestrator_state";

  @TempDir private Path folder;

  private Said imported(Path db, Object... more) {
    Object[] words = {
      "state", "import-bot-state", db, "--config", CONFIG, "--out", folder.resolve("savepoint")
    };
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Said.podflow(all);
  }

  private JsonNode inspected() throws Exception {
    return Sample.JSON.readTree(
        Said.podflow("state", "inspect", folder.resolve("savepoint"), "--config", CONFIG, "--json")
            .out());
  }

  @Test
  @Tag("L5")
  void whatIsInspectedIsWhatTheDatabaseSays() throws Exception {
    Path histories = folder.resolve("past.db");
    Said said = imported(Sample.in(folder).file(), "--histories", histories);
    assertThat(said.err()).doesNotContain("podflow:");
    assertThat(said.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(said.out()).contains("the state after 2025-02-15T00:00:00Z").doesNotContain("lost ");

    JsonNode shown = inspected();
    JsonNode sample = Sample.decoded();
    JsonNode pods = sample.get(STATE).get("pods");
    assertThat(shown.get("pods")).hasSize(pods.size());
    for (JsonNode row : shown.get("pods")) {
      pod(row, pods.get(row.get("pod").asText()), sample);
    }
    int pairs = 0;
    for (JsonNode row : shown.get("assets")) {
      asset(row, pods.get(row.get("pod").asText()));
      pairs++;
    }
    assertThat(pairs).isEqualTo(16);
    ledger(shown, sample);
    past(histories, sample);
    assertThat(
            Said.podflow("state", "verify", folder.resolve("savepoint"), "--config", CONFIG).out())
        .contains("sound, 4 pods, 16 pairs");
  }

  private static void pod(JsonNode row, JsonNode pod, JsonNode sample) {
    String id = row.get("pod").asText();
    JsonNode performance = pod.get("performance");
    JsonNode life = sample.get(STATE).get("lifecycle").get(id);
    assertThat(row.get("lifecycle").asText()).isEqualToIgnoringCase(pod.get("state").asText());
    assertThat(row.get("fraction")).isEqualTo(pod.get("capital_fraction"));
    assertThat(row.get("capital").asDouble())
        .isCloseTo(pod.get("prev_equity").asDouble(), within(1e-6));
    assertThat(row.get("live_days")).isEqualTo(performance.get("live_days"));
    assertThat(row.get("drawdown")).isEqualTo(performance.get("current_drawdown"));
    assertThat(row.get("trades")).isEqualTo(performance.get("trade_count"));
    assertThat(row.get("sharpe").asDouble())
        .isCloseTo(performance.get("sharpe_ratio").asDouble(), within(1e-6));
    assertThat(row.get("loss_months")).isEqualTo(life.get("consecutive_loss_months"));
    assertThat(row.get("detector_count")).isEqualTo(life.get("ph_detector").get("n"));
    assertThat(row.get("detector_mean")).isEqualTo(life.get("ph_detector").get("x_mean"));
    assertThat(row.get("detector_sum")).isEqualTo(life.get("ph_detector").get("m_t"));
    assertThat(row.get("detector_least")).isEqualTo(life.get("ph_detector").get("m_min"));
  }

  private static void asset(JsonNode row, JsonNode pod) {
    String symbol = row.get("symbol").asText();
    assertThat(row.get("target").asDouble())
        .isEqualTo(pod.get("target_weights").get(symbol).asDouble());
    assertThat(row.get("returns").asInt()).isEqualTo(pod.get("asset_returns").get(symbol).size());
    JsonNode selector = pod.get("asset_selector");
    if (!selector.isNull()) {
      JsonNode machine = selector.get("states").get(symbol);
      assertThat(row.get("state").asText()).isEqualToIgnoringCase(machine.get("state").asText());
      assertThat(row.get("multiplier")).isEqualTo(machine.get("multiplier"));
      assertThat(row.get("confirmation")).isEqualTo(machine.get("confirmation_count"));
      assertThat(row.get("cooldown")).isEqualTo(machine.get("cooldown_bars"));
    }
    JsonNode allocator = pod.get("asset_allocator");
    if (!allocator.isNull()) {
      assertThat(row.get("weight")).isEqualTo(allocator.get("weights").get(symbol));
    }
  }

  private static void ledger(JsonNode shown, JsonNode sample) {
    JsonNode account = sample.get("pm_state");
    assertThat(job(shown, "cash").asDouble())
        .isCloseTo(account.get("cash").asDouble(), within(1e-9));
    assertThat(job(shown, "peak_equity").asDouble()).isEqualTo(10480);
    assertThat(job(shown, "last_rebalance_day").asText()).isEqualTo("2025-02-11");
    assertThat(job(shown, "risk_scale").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
    for (JsonNode row : shown.get("positions")) {
      JsonNode position = account.get("positions").get(row.get("symbol").asText());
      assertThat(row.get("quantity").asDouble())
          .isCloseTo(
              position.get("size").asDouble() * position.get("direction").asInt(), within(1e-6));
      assertThat(row.get("average_price")).isEqualTo(position.get("avg_entry_price"));
    }
    for (JsonNode row : shown.get("pod_positions")) {
      JsonNode pod = sample.get(STATE).get("pods").get(row.get("pod").asText());
      assertThat(row.get("quantity").asDouble())
          .isEqualTo(
              pod.get("positions").get(row.get("symbol").asText()).get("quantity").asDouble());
    }
  }

  private static JsonNode job(JsonNode shown, String name) {
    for (JsonNode row : shown.get("job")) {
      if (row.get("name").asText().equals(name)) {
        return row.get("value");
      }
    }
    throw new AssertionError(name);
  }

  /** The job warms up from bars, and goes on with what was imported. */
  @Test
  @Tag("L5")
  void aJobStartsFromIt() throws Exception {
    imported(Sample.in(folder).file());
    JsonNode before = inspected();
    RunScope scope = RestartOfSample.scope(CONFIG);
    List<Bar> bars = RestartOfSample.bars(scope);
    SavepointRun run = SavepointRun.of(scope, bars, folder);
    long warmUp = bars.stream().filter(bar -> bar.closeTime() <= scope.window().from()).count();
    Path db = run.file();

    String warm = run.resumedAndStopped(db, folder.resolve("savepoint").toUri().toString(), warmUp);

    JsonNode after =
        Sample.JSON.readTree(
            Said.podflow("state", "inspect", warm, "--config", CONFIG, "--json").out());
    for (String table : List.of("pods", "positions", "pod_positions", "orders", "alerts")) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }
    for (int i = 0; i < before.get("assets").size(); i++) {
      for (String cell : List.of("pod", "symbol", "state", "level", "confirmation", "cooldown")) {
        assertThat(after.get("assets").get(i).get(cell))
            .isEqualTo(before.get("assets").get(i).get(cell));
      }
    }
    run.resumed(db, warm, "rocksdb", 2);
    String first = "time = (SELECT min(time) FROM equity)";
    for (JsonNode row : before.get("positions")) {
      String position = " FROM positions WHERE " + first + " AND symbol = ";
      String symbol = "'" + row.get("symbol").asText() + "'";
      assertThat(Sample.number(db, "SELECT coalesce(sum(quantity), 0)" + position + symbol))
          .isEqualTo(row.get("quantity").asDouble());
    }
    assertThat(Sample.number(db, "SELECT cash FROM equity WHERE " + first))
        .isEqualTo(job(before, "cash").asDouble());
    assertThat(Sample.number(db, "SELECT count(*) FROM equity")).isEqualTo(6);
    assertThat(Sample.number(db, "SELECT count(DISTINCT symbol) FROM orders")).isPositive();
  }

  private static void past(Path histories, JsonNode sample) throws Exception {
    JsonNode all = sample.get("orchestrator_histories");
    int shares = 0;
    for (JsonNode record : all.get("allocation_history")) {
      shares += record.size() - 1;
    }
    assertThat(Sample.number(histories, "SELECT count(*) FROM allocations")).isEqualTo(shares);
    assertThat(Sample.number(histories, "SELECT count(*) FROM events WHERE kind = 'lifecycle'"))
        .isEqualTo(all.get("lifecycle_events").size());
  }

  @Test
  @Tag("L5")
  void everyFieldIsAccountedFor() throws Exception {
    String report = imported(Sample.in(folder).file(), "--dry-run").out();

    assertThat(report)
        .contains("taken       orchestrator_state.pods.*.capital_fraction")
        .contains("derived     orchestrator_state.lifecycle.*.gbm_monitor: rebuilt")
        .contains("not placed  pm_state.order_counter: order ids are made of")
        .contains("not placed  orchestrator_histories.risk_contributions_history: despite")
        .doesNotContain("not known to podflow");
    assertThat(folder.resolve("savepoint")).doesNotExist();
  }

  @ParameterizedTest
  @Tag("L5")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1 | \"version\":2 | version: 2 (expected: 1)",
        "\"version\":1 | \"version\":true | version: true (expected: 1)",
        "\"version\":1, | \"unused\":1, | version: none (expected: 1)",
        "{\"version\" | {{\"version\" | is not JSON",
        "\"state\":\"warning\" | \"state\":\"asleep\" | 'asleep' (expected: incubation",
        "\"state\":\"cooldown\" | \"state\":\"banned\" | 'banned' (expected: active",
        "pod-gbtrend | pod-other | pod-other holds ETH/USDT and is not configured"
      })
  void whatCannotBeKnownIsRefused(String good, String bad, String said) throws Exception {
    Sample db = Sample.in(folder).changed(STATE, text -> text.replace(good, bad));

    Said refused = imported(db.file());

    assertThat(refused.err()).contains("nothing was imported").contains(said);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(folder.resolve("savepoint")).doesNotExist();
  }

  @Test
  @Tag("L5")
  void withoutPodsThereIsNothingToImport() throws Exception {
    assertThat(imported(Sample.in(folder).without(STATE).file()).err())
        .contains("has no orchestrator_state");
    Path empty = folder.resolve("empty.db");
    Files.createFile(empty);
    assertThat(imported(empty).err()).contains("no readable table bot_state");
  }

  @ParameterizedTest
  @Tag("L5")
  @CsvSource(
      delimiter = '|',
      value = {
        "orchestrator_daily_returns | orchestrator_daily_returns: no returns",
        "pm_state | pm_state: missing; positions and cash are those of the pods",
        "last_save_timestamp | last_save_timestamp: missing; the time of orchestrator_state"
      })
  void aMissingKeyIsListedAndTheRestTaken(String key, String loss) throws Exception {
    Said said = imported(Sample.in(folder).without(key).file());

    assertThat(said.out()).contains("lost        " + loss);
    assertThat(said.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(inspected().get("pods")).hasSize(4);
  }

  @Test
  @Tag("L5")
  void brokenValuesAreListedAndLeftOut() throws Exception {
    Sample db =
        Sample.in(folder)
            .with("orchestrator_histories", "{oops")
            .changed(
                "orchestrator_daily_returns",
                text -> text.replaceFirst("\\[-?[0-9.e-]+,", "[NaN,Infinity,"))
            .edited(
                STATE,
                state -> {
                  ObjectNode pod = (ObjectNode) state.get("pods").get("pod-ctrend");
                  ((ObjectNode) pod.get("performance")).put("live_days", true);
                  ((ObjectNode) pod.get("asset_selector")).putObject("states");
                  pod.put("brand_new", 1);
                });

    Said said = imported(db.file());

    assertThat(said.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(said.out())
        .contains("lost        orchestrator_histories: not JSON")
        .contains("pod-ctrend: 2 of its values are no finite numbers")
        .contains("live_days: true (expected: a whole number)")
        .contains("not placed  orchestrator_state.pods.*.brand_new: not known to podflow");
    for (JsonNode row : inspected().get("assets")) {
      if (row.get("pod").asText().equals("pod-ctrend")) {
        assertThat(row.get("state").asText()).isEqualTo("ACTIVE");
      }
    }
  }

  @Test
  @Tag("L5")
  void tooLongHistoriesAreTrimmedAndSaySo() throws Exception {
    Sample db =
        Sample.in(folder)
            .edited(
                "orchestrator_histories",
                all -> {
                  ArrayNode history = (ArrayNode) all.get("allocation_history");
                  JsonNode first = history.get(0);
                  while (history.size() < 600) {
                    history.add(first.deepCopy());
                  }
                })
            .edited(
                "orchestrator_daily_returns",
                all -> {
                  ArrayNode returns = all.putArray("pod-ctrend");
                  for (int i = 0; i < 400; i++) {
                    returns.add(i / 1e6);
                  }
                });

    Said said = imported(db.file(), "--histories", folder.resolve("past.db"));

    assertThat(said.out())
        .contains("600 records; the last 500")
        .contains("pod-ctrend: 400 values; the last 270");
    assertThat(said.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Tag("L5")
  void anotherConfigurationDoesNotFit() throws Exception {
    Path less = folder.resolve("less.yaml");
    String text = Files.readString(CONFIG);
    int from = text.indexOf("    - pod_id: pod-ctrend-x");
    int to = text.indexOf("    - pod_id: pod-gbtrend");
    Files.writeString(less, text.substring(0, from) + text.substring(to));
    imported(Sample.in(folder).file());

    Said said = Said.podflow("state", "verify", folder.resolve("savepoint"), "--config", less);

    assertThat(said.out()).contains("does not fit: pods: [");
    assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIG);
  }
}
