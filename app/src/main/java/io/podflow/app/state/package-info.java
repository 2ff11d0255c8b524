/**
 * {@code podflow state}: the commands for savepoints. The commands read arguments, call the module
 * {@code savepoints}, and print tables and messages.
 *
 * <p>Open {@link io.podflow.app.state.StateCommand} first.
 */
@NullMarked
package io.podflow.app.state;

import org.jspecify.annotations.NullMarked;
