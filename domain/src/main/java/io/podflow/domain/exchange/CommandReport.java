package io.podflow.domain.exchange;

import io.podflow.domain.execution.TraderCommand;
import java.util.List;

/**
 * What the exchange side made of a command (decision LV10).
 *
 * @param time that it gave the command, epoch milliseconds UTC
 * @param sequence place among its reports of one time
 * @param command what was asked
 * @param closings the orders it made, in the order of their fills
 * @param left what it could not close, and why; empty when all was done
 */
public record CommandReport(
    long time, long sequence, TraderCommand command, List<Closing> closings, List<Left> left) {

  public CommandReport {
    closings = List.copyOf(closings);
    left = List.copyOf(left);
  }

  /**
   * An order of the exchange side's own.
   *
   * @param orderId made of the command's id, symbol and number of the attempt
   * @param quantity that is traded, signed, base asset
   */
  public record Closing(String orderId, String symbol, double quantity) {}

  /**
   * What is still to be closed.
   *
   * @param quantity that would have to be traded, signed, base asset
   * @param why for people
   */
  public record Left(String symbol, double quantity, String why) {}
}
