package io.podflow.domain.exchange;

import io.podflow.domain.exchange.CommandReport.Closing;
import io.podflow.domain.exchange.CommandReport.Left;
import io.podflow.domain.execution.TraderCommand;
import io.podflow.domain.market.Naming;
import io.podflow.domain.position.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The orders that close what a command wants closed: tried again until nothing is left. */
final class ClosingPlan {

  /** Half of the rest on average is filled by each that is filled in part: enough for all of it. */
  private static final int MOST_ATTEMPTS = 100;

  private final TraderCommand command;
  private final Faults faults;
  private final List<Closing> closings = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();

  ClosingPlan(TraderCommand command, Faults faults) {
    this.command = command;
    this.faults = faults;
  }

  List<Closing> closings() {
    return closings;
  }

  List<Left> left() {
    return left;
  }

  /**
   * @param held signed, base asset
   * @param price of the symbol's last close; 0 when there was none
   */
  void close(String symbol, double held, double price) {
    double wanted = command.closing(symbol, held);
    double ofPod = command.quantities().getOrDefault(symbol, 0.0);
    if (!command.pod().isEmpty() && !Quantity.isZero(ofPod + wanted)) {
      left.add(new Left(symbol, -(ofPod + wanted), "the exchange side holds " + held + " of it"));
    }
    double rest = price > 0 ? rest(symbol, wanted) : wanted;
    if (!Quantity.isZero(rest)) {
      left.add(new Left(symbol, rest, price > 0 ? "made to fail" : "no price is known"));
    }
  }

  private double rest(String symbol, double wanted) {
    double rest = wanted;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS && !Quantity.isZero(rest); attempt++) {
      String orderId = orderId(symbol, attempt);
      double filled = rest * faults.share(orderId);
      if (Quantity.isZero(rest - filled)) {
        filled = rest;
      }
      if (filled != 0) {
        closings.add(new Closing(orderId, symbol, filled));
      }
      rest -= filled;
    }
    return rest;
  }

  private String orderId(String symbol, int attempt) {
    return "command:%s:%s:%d"
        .formatted(Naming.inId(command.commandId()), Naming.inId(symbol), attempt);
  }
}
