package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {

  private final Path run;
  private final Path work;

  RunExportTest(@TempDir Path run, @TempDir Path work) {
    this.run = run;
    this.work = work;
  }

  @BeforeEach
  void writeRun() {
    try (RunDbWriter writer = RunDbWriter.open(run.resolve("run.db"))) {
      writer.write(Samples.pod(Samples.TIME, Samples.asset(Samples.TIME, "alpha", "BTC")));
      writer.write(Samples.portfolio(Samples.TIME, 1e-7));
    }
  }

  @Test
  void tablesBecomeFilesWithHeaderAndExactNumbers() throws IOException {
    Path out = work.resolve("csv");
    assertThat(RunExport.csv(run, out)).hasSize(RunTable.values().length).allMatch(Files::isRegularFile);

    assertThat(out.resolve("assets.csv"))
        .hasContent(
            """
            time,pod,symbol,close,return,signal,signal_reason,sharpe,cumulative_return,\
            max_drawdown,sharpe_rank,return_rank,drawdown_rank,score,state,rule,multiplier,\
            confirmation,cooldown,allocation_weight,cap_scale,quiet_bars,target,cause
            2024-01-02T00:00:00Z,alpha,BTC,100.5,,-0.25,warm-up,1.5,0.1,0.05,1.0,0.5,,0.6,\
            RE_ENTRY,recovered,\
            0.3333333333333333,2,7,0.4,0.8,3,-0.1,stop
            """);
    assertThat(out.resolve("events.csv"))
        .hasContent(
            """
            time,kind,pod,symbol,from_state,to_state,severity,message
            2024-01-02T00:00:00Z,data,,ETH,,,warning,no bar
            2024-01-02T00:00:00Z,selector,alpha,BTC,ACTIVE,COOLDOWN,info,"hard, ""now""\"
            """);
    assertThat(Files.readAllLines(out.resolve("equity.csv")).get(1)).contains(",1.0E-7,");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).as("no temporary file stays").hasSize(RunTable.values().length);
    }
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    assertThatThrownBy(() -> RunExport.csv(work, work.resolve("csv")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no run.db");
    assertThat(work.resolve("csv")).doesNotExist();
  }
}
