package io.podflow.connectors.wire;

/** Ends the reading of a payload. Caught by {@link JsonTopic}, so it has no use for a trace. */
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
