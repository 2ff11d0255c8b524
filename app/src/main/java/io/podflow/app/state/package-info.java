/**
 * {@code podflow state}: the commands about savepoints. They read arguments, ask the module {@code
 * savepoints}, and print for people.
 *
 * <p>Open {@link io.podflow.app.state.StateCommand} first.
 */
@NullMarked
package io.podflow.app.state;

import org.jspecify.annotations.NullMarked;
