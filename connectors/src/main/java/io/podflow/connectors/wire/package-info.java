/**
 * Bytes of messages to records and back: JSON as it lies on the topics that connect a live
 * portfolio with the world ({@code docs/wire.md}).
 *
 * <p>Open {@link io.podflow.connectors.wire.WireTopic} first. There is one for each topic: {@link
 * io.podflow.connectors.wire.BarsTopic}, {@link io.podflow.connectors.wire.OrdersTopic}, {@link
 * io.podflow.connectors.wire.ExchangeTopic}, {@link io.podflow.connectors.wire.ConfigTopic}, {@link
 * io.podflow.connectors.wire.DecisionsTopic} and {@link
 * io.podflow.connectors.wire.DeadLetterTopic}. What it reads is {@link
 * io.podflow.connectors.wire.Decoded}: a message that can be believed, or the reason why not; bad
 * bytes never throw, because whoever reads a topic has to go on. Behind it, {@code JsonPayload}
 * turns bytes into one JSON object, {@code KeyReader} asks it for its keys, and {@code KeyWriter}
 * does the reverse.
 *
 * <p>The resource {@code <topic>.v1.schema.json} beside these classes says the same to writers in
 * other languages. Rules between keys, the clock and the symbols of the run are beyond a schema.
 *
 * <p>Not here: connections, offsets and whatever else a client of a broker does; what becomes of a
 * message; whether it comes too late, twice or out of order.
 */
@NullMarked
package io.podflow.connectors.wire;

import org.jspecify.annotations.NullMarked;
