/**
 * {@code podflow bars} and {@code podflow sample}: check and convert folders of bars, and write the
 * synthetic market.
 *
 * <p>Open {@link io.podflow.app.bars.BarsCheckCommand} first. {@link
 * io.podflow.app.bars.InputRefusal} has the messages for refused data, for all commands. Not here:
 * how files of bars are read ({@code connectors.csv}).
 */
@NullMarked
package io.podflow.app.bars;

import org.jspecify.annotations.NullMarked;
