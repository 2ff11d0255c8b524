/**
 * Writes the synthetic market of the domain as a folder of CSV files, so that the first run needs
 * no download. {@link io.podflow.connectors.sample.SampleMarket} is the only class; {@code
 * io.podflow.domain.market.synthetic} generates the market, and {@code csv} reads the files.
 */
@NullMarked
package io.podflow.connectors.sample;

import org.jspecify.annotations.NullMarked;
