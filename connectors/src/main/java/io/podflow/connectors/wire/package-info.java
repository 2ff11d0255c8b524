/**
 * Encodes and decodes the JSON messages of the topics that connect a live portfolio with feeds and
 * the exchange side ({@code docs/wire.md}).
 *
 * <p>Open {@link io.podflow.connectors.wire.WireTopic} first. Each topic has one implementation:
 * {@link io.podflow.connectors.wire.BarsTopic}, {@link io.podflow.connectors.wire.OrdersTopic},
 * {@link io.podflow.connectors.wire.ExchangeTopic}, {@link io.podflow.connectors.wire.ConfigTopic},
 * {@link io.podflow.connectors.wire.DecisionsTopic} and {@link
 * io.podflow.connectors.wire.DeadLetterTopic}. {@code decode} returns {@link
 * io.podflow.connectors.wire.Decoded}: a valid message, or the reason of the refusal; bad bytes
 * never throw, because a reader of a topic has to go on. {@code JsonPayload} parses bytes into one
 * JSON object, {@code KeyReader} reads the keys of the object, and {@code KeyWriter} writes an
 * object.
 *
 * <p>The resource {@code <topic>.v1.schema.json} beside these classes defines the format for
 * writers in other languages. A schema does not cover rules between keys, the clock and the symbols
 * of the run.
 *
 * <p>Not here: connections and offsets of a broker's client; the processing of a message; messages
 * that come too late, twice or out of order.
 */
@NullMarked
package io.podflow.connectors.wire;

import org.jspecify.annotations.NullMarked;
