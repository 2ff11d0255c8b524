package io.podflow.app.live;

import io.podflow.app.backtest.BacktestData;
import io.podflow.app.bars.InputRefusal;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.BarInputException;
import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.FolderRows;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.cleanup.Scratch;
import io.podflow.live.feed.BarsOnTopic;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.TopicSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the earlier bars that {@code live.history} names, in the process that starts a job. */
final class HistorySource {

  private static final String TOPIC = "topic:";

  private HistorySource() {}

  /**
   * The rows of the layout's symbols.
   *
   * @param history a folder, {@code topic:NAME}, or {@code sample}
   * @param settings settings with the symbols that must have bars, and with the faults that are
   *     accepted
   * @param from rows that open earlier are left out, epoch milliseconds UTC
   * @throws Refusal if the bars cannot be used
   */
  static List<MarketRow> rows(
      String history,
      PodflowSettings settings,
      PortfolioLayout layout,
      KafkaAccess kafka,
      long from)
      throws IOException, InterruptedException {
    if (history.startsWith(TOPIC)) {
      String topic = history.substring(TOPIC.length()).strip();
      if (!TopicSetup.exists(kafka, topic)) {
        throw new Refusal(
            ExitCode.DATA, "podflow: live.history: no topic " + topic + " on " + kafka.servers());
      }
      return BarsOnTopic.read(kafka, topic, layout.universe(), from).rows();
    }
    if (!history.equals(BacktestSettings.SAMPLE)) {
      return ofFolder(Path.of(history), settings, layout, from);
    }
    try (Scratch scratch = Scratch.create("podflow-sample")) {
      return ofFolder(BacktestData.sample(scratch), settings, layout, from);
    }
  }

  private static List<MarketRow> ofFolder(
      Path folder, PodflowSettings settings, PortfolioLayout layout, long from) {
    List<MarketRow> rows = new ArrayList<>();
    try {
      RunWindow window = new RunWindow(from, Long.MAX_VALUE, Long.MAX_VALUE);
      BarInventory inventory = BarFolder.inventory(folder, layout, window);
      InputRefusal.accepted(
          "the bars of live.history in " + folder + " are",
          inventory,
          settings.backtest(),
          settings.orchestrator());
      try (FolderRows all = new FolderRows(inventory, window)) {
        all.forEachRemaining(rows::add);
      }
    } catch (BarInputException e) {
      throw InputRefusal.of(e, "live.history: " + e.getMessage());
    }
    return rows;
  }
}
