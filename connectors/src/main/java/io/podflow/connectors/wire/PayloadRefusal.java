package io.podflow.connectors.wire;

/** A payload is refused. {@link JsonTopic} catches the exception, so no stack trace is needed. */
final class PayloadRefusal extends RuntimeException {

  private final String reason;

  PayloadRefusal(String reason) {
    super(reason, null, false, false);
    this.reason = WireText.shortened(WireText.printable(reason), WireLimits.LONGEST_REASON);
  }

  String reason() {
    return reason;
  }
}
