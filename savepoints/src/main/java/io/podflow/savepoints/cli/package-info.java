/**
 * {@code podflow state}: commands about savepoints. They read arguments, ask the other packages,
 * and print for people.
 *
 * <p>Open {@link io.podflow.savepoints.cli.StateCommand} first.
 */
@NullMarked
package io.podflow.savepoints.cli;

import org.jspecify.annotations.NullMarked;
