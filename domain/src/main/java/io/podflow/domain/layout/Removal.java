package io.podflow.domain.layout;

import java.io.Serializable;

/**
 * What becomes of positions that nobody trades any more: of a pod that was removed, or in a symbol
 * that a pod has dropped (requirements E1, E2). Written {@code close}, {@code hold} or {@code
 * transfer: POD}.
 *
 * @param kind what happens
 * @param receiver id of the pod that gets them; empty unless they are transferred
 */
public record Removal(Kind kind, String receiver) implements Serializable {

  private static final String TRANSFER = "transfer:";

  /** What happens. */
  public enum Kind {
    /** Other pods that trade the symbol take it over (decision EX7), and what is left is closed. */
    CLOSE,
    /** One pod takes it over, if it trades the symbol; else it is closed. */
    TRANSFER,
    /** It stays as it is, with an alert a day. */
    HOLD
  }

  /**
   * Reads what the configuration says.
   *
   * @throws IllegalArgumentException if it is none of the three
   */
  public static Removal parse(String text) {
    if (text.startsWith(TRANSFER)) {
      return new Removal(Kind.TRANSFER, text.substring(TRANSFER.length()).strip());
    }
    return switch (text) {
      case "close" -> new Removal(Kind.CLOSE, "");
      case "hold" -> new Removal(Kind.HOLD, "");
      default ->
          throw new IllegalArgumentException(
              "on_removal: '" + text + "' (expected: close, hold or transfer: POD)");
    };
  }

  /**
   * What the configuration says once a pod is called otherwise.
   *
   * @param text as {@link #parse} reads it, or empty
   */
  public static String renamed(String text, String from, String to) {
    return !text.isEmpty() && parse(text).receiver().equals(from)
        ? new Removal(Kind.TRANSFER, to).toString()
        : text;
  }

  /** As the configuration has it. */
  @Override
  public String toString() {
    return switch (kind) {
      case CLOSE -> "close";
      case HOLD -> "hold";
      case TRANSFER -> TRANSFER + " " + receiver;
    };
  }
}
