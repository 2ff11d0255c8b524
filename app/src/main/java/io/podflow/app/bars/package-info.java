/**
 * {@code podflow bars} and {@code podflow sample}: folders of bars are checked, converted, and made
 * up.
 *
 * <p>Open {@link io.podflow.app.bars.BarsCheckCommand} first. {@link
 * io.podflow.app.bars.InputRefusal} has the sentences for data that is refused, for all commands.
 * Not here: how files of bars are read ({@code connectors.csv}).
 */
@NullMarked
package io.podflow.app.bars;

import org.jspecify.annotations.NullMarked;
