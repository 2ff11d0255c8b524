package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.app.console.ProgressDisplay;
import io.podflow.app.console.ProgressLines;
import io.podflow.app.testing.Invocation;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.BacktestEngine;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.source.MarketFeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose bars break off in the middle. */
class FailedRunTest {

  private static final int GOOD_RECORDS = 500;

  /** Runs another engine on a feed that fails. */
  private record Failing(BacktestEngine engine) implements BacktestEngine {

    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public InputCounts run(RunScope scope, MarketFeed feed, Path runDb, Progress progress)
        throws Exception {
      return engine.run(scope, new BrokenFeed(feed), runDb, progress);
    }
  }

  private record BrokenFeed(MarketFeed feed) implements MarketFeed {

    @Override
    public Records open(int shard, int shards) throws IOException {
      return new BrokenRecords(feed.open(shard, shards));
    }
  }

  private static final class BrokenRecords implements MarketFeed.Records {

    private final MarketFeed.Records records;
    private int handedOut;

    BrokenRecords(MarketFeed.Records records) {
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public MarketRecord next() {
      if (++handedOut > GOOD_RECORDS) {
        throw new IllegalStateException("the disk was pulled out");
      }
      return records.next();
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void leavesTheReasonAndNoRows(EngineChoice engine, @TempDir Path folder) throws Exception {
    PodflowSettings settings =
        ConfigReader.installed()
            .read(
                Invocation.shipped("config/quickstart.yaml"),
                Overrides.none().with("--from", Overrides.START, "2024-11-01"))
            .orThrow();
    Path run = folder.resolve("run");
    ProgressDisplay silent =
        new ProgressLines(1, new PrintWriter(Writer.nullWriter()), System::nanoTime);
    try (BacktestData data = BacktestData.open(settings, false)) {
      Backtest backtest = new Backtest(settings, data, new Failing(engine.create(1)), 1, false);
      assertThatThrownBy(() -> backtest.into(run, silent))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.FAILED))
          .hasMessageContaining("the run failed: the disk was pulled out")
          .hasMessageContaining(run.resolve(RunFolder.FAILED).toString());
    }

    assertThat(Invocation.names(folder)).containsExactly("run");
    assertThat(Invocation.names(run)).containsExactly(RunFolder.FAILED, RunFolder.CONFIG);
    assertThat(Files.readString(run.resolve(RunFolder.FAILED)))
        .contains("the disk was pulled out")
        .contains("\tat ");
    assertThat(Invocation.of("export", run).err()).contains("the run failed: ");
  }
}
