package io.podflow.connectors.wire;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.Side;

/** The topic {@code orders}: orders and cancellations to the exchange side. */
public final class OrdersTopic extends JsonTopic<OrderCommand> {

  public OrdersTopic(WireLimits limits) {
    super("orders", limits);
  }

  @Override
  KeyWriter write(OrderCommand command) {
    KeyWriter out = KeyWriter.message(type(command.kind()));
    switch (command.kind()) {
      case SEND ->
          out.text("order_id", command.orderId())
              .text("symbol", command.symbol())
              .text("side", Side.of(command.quantity()).name())
              .number("quantity", Math.abs(command.quantity()))
              .number("reference_price", command.referencePrice())
              .flag("reduce_only", command.reduceOnly())
              .text("reason", command.reason());
      case CANCEL -> out.text("order_id", command.orderId()).text("symbol", command.symbol());
      case CLOSE -> {}
    }
    return out.time("time", command.time());
  }

  @Override
  OrderCommand read(KeyReader in, long latest) {
    OrderCommand.Kind kind = in.choice(TYPE_KEY, OrderCommand.Kind.values(), OrdersTopic::type);
    long time = in.time("time");
    return switch (kind) {
      case SEND ->
          new OrderCommand(
              kind,
              time,
              in.id("order_id"),
              in.id("symbol"),
              signedQuantity(in),
              in.positive("reference_price"),
              in.flag("reduce_only"),
              in.text("reason"));
      case CANCEL ->
          new OrderCommand(kind, time, in.id("order_id"), in.id("symbol"), 0, 0, false, "");
      case CLOSE -> OrderCommand.close(time);
    };
  }

  private static String type(OrderCommand.Kind kind) {
    return kind == OrderCommand.Kind.SEND ? "order" : label(kind);
  }
}
