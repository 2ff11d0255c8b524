package io.podflow.connectors.wire;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Side;
import java.util.Objects;

/**
 * The topic {@code exchange}: fills, ends of orders, positions and heartbeats of the exchange side.
 */
public final class ExchangeTopic extends JsonTopic<ExchangeReport> {

  public ExchangeTopic(WireLimits limits) {
    super("exchange", limits);
  }

  @Override
  KeyWriter write(ExchangeReport report) {
    KeyWriter out =
        KeyWriter.message(label(report.kind()))
            .time("time", report.time())
            .whole("sequence", report.sequence());
    return switch (report.kind()) {
      case FILL ->
          out.text("order_id", report.orderId())
              .text("fill_id", report.fillId())
              .text("side", Side.of(report.quantity()).name())
              .number("quantity", Math.abs(report.quantity()))
              .number("price", report.price())
              .number("fee", report.fee())
              .number("slippage_cost", report.slippageCost());
      case REJECTED, CANCELLED, EXPIRED ->
          out.text("order_id", report.orderId()).text("reason", report.reason());
      case POSITIONS -> PositionsShape.write(Objects.requireNonNull(report.snapshot()), out);
      case HEARTBEAT -> out.flag("takes_orders", report.takesOrders());
    };
  }

  @Override
  ExchangeReport read(KeyReader in, long latest) {
    ExchangeReport.Kind kind = in.choice(TYPE_KEY, ExchangeReport.Kind.values(), JsonTopic::label);
    long time = in.timeUntil("time", latest);
    long sequence = in.large("sequence");
    return switch (kind) {
      case FILL ->
          ExchangeReport.fill(
              time,
              sequence,
              in.id("order_id"),
              in.id("fill_id"),
              signedQuantity(in),
              in.positive("price"),
              in.number("fee"),
              in.number("slippage_cost"));
      case REJECTED, CANCELLED, EXPIRED ->
          ExchangeReport.ended(kind, time, sequence, in.id("order_id"), in.text("reason"));
      case POSITIONS -> ExchangeReport.positions(time, sequence, PositionsShape.read(in));
      case HEARTBEAT -> ExchangeReport.heartbeat(time, sequence, in.flag("takes_orders"));
    };
  }
}
