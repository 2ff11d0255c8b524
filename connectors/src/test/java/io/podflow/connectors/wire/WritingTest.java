package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.TargetRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How messages are written, and what is never written at all. */
@Tag("J2")
class WritingTest {

  @Test
  void keysComeInTheOrderOfThePage() {
    assertThat(Examples.json("orders", "o-2"))
        .isEqualTo(
            "{\"v\":1,\"type\":\"order\",\"order_id\":\"o-2\",\"symbol\":\"ETH/USDT\","
                + "\"side\":\"SELL\",\"quantity\":1.5,\"reference_price\":2300.0,"
                + "\"reduce_only\":true,\"reason\":\"stop\",\"time\":\"2024-01-02T00:00:00Z\"}");
  }

  @Test
  void undefinedNumbersOfRowsAreNull() {
    TargetRow row =
        new TargetRow(
            Examples.TIME + 5,
            "BTC/USDT",
            Double.NaN,
            Double.POSITIVE_INFINITY,
            -0.0,
            1e-300,
            0.5,
            Double.NaN,
            1,
            "risk");
    byte[] bytes = Examples.DECISIONS.encode(new DecisionMessage(RunTable.TARGETS, row));
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"v\":1,\"type\":\"row\",\"table\":\"targets\",\"row\":{"
                + "\"time\":\"2024-01-02T00:00:00.005Z\",\"symbol\":\"BTC/USDT\","
                + "\"gross_pod_target\":null,\"net_target\":null,\"risk_scale\":-0.0,"
                + "\"leverage_scale\":1.0E-300,\"volatility_scale\":0.5,\"volatility_estimate\":null,"
                + "\"target\":1.0,\"cause\":\"risk\"}}");
  }

  @Test
  void topicsTravelToWhereTheyRun() throws Exception {
    for (Examples.Group<?> group : Examples.all()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(group.topic());
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        WireTopic<?> copy = (WireTopic<?>) in.readObject();
        assertThat(copy.name()).isEqualTo(group.topic().name());
        for (byte[] payload : group.encoded()) {
          assertThat(copy.decode(payload, Examples.NOW))
              .isEqualTo(group.topic().decode(payload, Examples.NOW))
              .isInstanceOf(Decoded.Message.class);
        }
      }
    }
  }

  @Test
  void anUndefinedQuantityIsNotSent() {
    OrderCommand order =
        new OrderCommand(
            OrderCommand.Kind.SEND, Examples.TIME, "o", "BTC/USDT", Double.NaN, 1, false, "");
    assertThatThrownBy(() -> Examples.ORDERS.encode(order))
        .hasMessage("quantity is NaN (expected: a finite number)");
  }

  @Test
  void aRowBelongsToItsTable() {
    ModelRow row = new ModelRow("alpha", "BTC/USDT", "rsi", Examples.TIME, 1);
    assertThatThrownBy(() -> new DecisionMessage(RunTable.PODS, row))
        .hasMessage("row is a ModelRow (expected: PodRow)");
  }
}
