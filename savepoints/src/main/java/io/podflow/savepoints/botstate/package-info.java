/**
 * Bringing the state of the system before podflow in: a {@code bot_state} database becomes a state
 * that a live job starts from (decision ST1).
 *
 * <p>{@link io.podflow.savepoints.botstate.BotStateDb} reads the database, {@link
 * io.podflow.savepoints.botstate.BotStateImport} places what is in it, and {@link
 * io.podflow.savepoints.botstate.Mapping} keeps account of every field: taken, derived, or not
 * placed and why. Nothing is dropped in silence.
 */
@NullMarked
package io.podflow.savepoints.botstate;

import org.jspecify.annotations.NullMarked;
