package io.podflow.domain.execution;

import java.util.Map;

/**
 * What a person asks of the exchange side itself, past all strategies (decision LV10). It has no
 * time: the exchange side gives it one. The same id asks for the same thing once.
 *
 * @param kind what is asked
 * @param commandId unique for all time
 * @param symbol the only symbol it is about; empty for all
 * @param pod the pod whose share is closed; empty for what the exchange side holds
 * @param quantities by symbol, what that pod holds, signed, base asset; empty without a pod
 * @param fraction of each position that is closed by {@link Kind#REDUCE}, above 0 and at most 1; 0
 *     for all other kinds
 * @param reason why, in the words of who asks
 */
public record TraderCommand(
    Kind kind,
    String commandId,
    String symbol,
    String pod,
    Map<String, Double> quantities,
    double fraction,
    String reason) {

  /** What is asked. */
  public enum Kind {
    /** Take back what adds risk, and refuse what would, until {@link #RESUME}. */
    PAUSE,
    /** End the pause. */
    RESUME,
    /** Take everything back, close what is held, and pause. */
    FLATTEN,
    /** Close a fraction of every position, and pause. */
    REDUCE
  }

  public TraderCommand {
    quantities = Map.copyOf(quantities);
    require(!commandId.isBlank(), "command_id is empty");
    require(!reason.isBlank(), "reason is empty (expected: why this is asked)");
    boolean flattens = kind == Kind.FLATTEN;
    require(flattens || symbol.isEmpty() && pod.isEmpty(), kind + " takes no symbol and no pod");
    require(symbol.isEmpty() || pod.isEmpty(), "symbol and pod are both there (expected: one)");
    require(!pod.isEmpty() || quantities.isEmpty(), "quantities are there without a pod");
    require(
        kind == Kind.REDUCE ? fraction > 0 && fraction <= 1 : fraction == 0,
        "fraction is " + fraction + " (expected: above 0 and at most 1 to reduce, else 0)");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  public static TraderCommand pause(String commandId, String reason) {
    return new TraderCommand(Kind.PAUSE, commandId, "", "", Map.of(), 0, reason);
  }

  public static TraderCommand resume(String commandId, String reason) {
    return new TraderCommand(Kind.RESUME, commandId, "", "", Map.of(), 0, reason);
  }

  public static TraderCommand flatten(String commandId, String reason) {
    return flattenSymbol(commandId, "", reason);
  }

  public static TraderCommand flattenSymbol(String commandId, String symbol, String reason) {
    return new TraderCommand(Kind.FLATTEN, commandId, symbol, "", Map.of(), 0, reason);
  }

  public static TraderCommand flattenPod(
      String commandId, String pod, Map<String, Double> quantities, String reason) {
    return new TraderCommand(Kind.FLATTEN, commandId, "", pod, quantities, 0, reason);
  }

  public static TraderCommand reduce(String commandId, double fraction, String reason) {
    return new TraderCommand(Kind.REDUCE, commandId, "", "", Map.of(), fraction, reason);
  }

  /** Whether what is held of a symbol is to shrink by it. */
  public boolean concerns(String name) {
    return switch (kind) {
      case PAUSE, RESUME -> false;
      case REDUCE -> true;
      case FLATTEN ->
          pod.isEmpty() ? symbol.isEmpty() || symbol.equals(name) : quantities.containsKey(name);
    };
  }

  /**
   * What it wants to trade in a symbol, signed, base asset; never more than what is held.
   *
   * @param held signed, base asset
   */
  public double closing(String name, double held) {
    if (!concerns(name)) {
      return 0;
    }
    if (kind == Kind.REDUCE) {
      return -fraction * held;
    }
    double share = pod.isEmpty() ? held : quantities.getOrDefault(name, 0.0);
    boolean opposite = share * held <= 0;
    return opposite ? 0 : -Math.signum(held) * Math.min(Math.abs(share), Math.abs(held));
  }
}
