package io.podflow.connectors.wire;

/** The topic {@code dead-letter}: refused records, for people to look at. */
public final class DeadLetterTopic extends JsonTopic<DeadLetter> {

  private static final String TYPE = "dead_letter";

  public DeadLetterTopic(WireLimits limits) {
    super("dead-letter", limits);
  }

  @Override
  KeyWriter write(DeadLetter letter) {
    return KeyWriter.message(TYPE)
        .text("topic", letter.topic())
        .whole("partition", letter.partition())
        .whole("offset", letter.offset())
        .time("received", letter.received())
        .text("reason", letter.reason())
        .whole("bytes", letter.bytes())
        .text("payload", letter.payload());
  }

  @Override
  DeadLetter read(KeyReader in, long latest) {
    type(in, TYPE);
    return new DeadLetter(
        in.id("topic"),
        in.whole("partition", 0, Integer.MAX_VALUE),
        in.large("offset"),
        in.time("received"),
        in.text("reason", WireLimits.LONGEST_REASON),
        in.whole("bytes", 0, Integer.MAX_VALUE),
        in.text("payload", DeadLetter.LONGEST_PAYLOAD));
  }
}
