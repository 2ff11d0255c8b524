package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.DecisionsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions that went over the wire make the same file as those that did not. */
@Tag("J2")
class RecorderTest {

  private static final DecisionsTopic TOPIC = new DecisionsTopic(WireLimits.DEFAULT);
  private static final PodDecision POD =
      Samples.pod(Samples.TIME, Samples.asset(Samples.TIME, "alpha", "BTC"));
  private static final PortfolioDecision PORTFOLIO = Samples.portfolio(Samples.TIME, 1000);
  private static final ModelRow MODEL = new ModelRow("alpha", "BTC", "rsi", Samples.TIME, 0.5);

  private final Path folder;

  RecorderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path recorded(String name, Consumer<RunDbWriter> rows) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    try (RunDbWriter writer = RunDbWriter.open(run.resolve("run.db"))) {
      rows.accept(writer);
    }
    Path csv = folder.resolve(name + "-csv");
    RunExport.csv(run, csv);
    return csv;
  }

  private static void overTheWire(RunDbWriter writer) {
    List<DecisionMessage> messages = new ArrayList<>();
    messages.addAll(DecisionMessage.of(POD));
    messages.addAll(DecisionMessage.of(PORTFOLIO));
    messages.add(new DecisionMessage(RunTable.MODELS, MODEL));
    for (DecisionMessage message : messages) {
      Decoded<DecisionMessage> decoded = TOPIC.decode(TOPIC.encode(message), Samples.TIME);
      assertThat(decoded).isInstanceOf(Decoded.Message.class);
      DecisionMessage read = ((Decoded.Message<DecisionMessage>) decoded).value();
      writer.write(read.table(), read.row());
    }
  }

  @Test
  void writesTheSameRows() throws IOException {
    Path direct =
        recorded(
            "direct",
            writer -> {
              writer.write(POD);
              writer.write(PORTFOLIO);
              writer.write(List.of(MODEL));
            });
    Path wired = recorded("wired", RecorderTest::overTheWire);

    for (RunTable table : Arrays.stream(RunTable.values()).filter(RunTable::isDecided).toList()) {
      String file = table.label() + ".csv";
      assertThat(wired.resolve(file)).hasSameTextualContentAs(direct.resolve(file));
      assertThat(Files.readAllLines(wired.resolve(file))).as(file).hasSizeGreaterThan(1);
    }
  }
}
