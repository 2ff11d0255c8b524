/**
 * Writes the synthetic market of the domain as a folder of CSV files, so that the first run needs
 * no download. {@link io.podflow.connectors.sample.SampleMarket} is all there is; how the market is
 * made up belongs to {@code io.podflow.domain.market.synthetic}, how it is read to {@code csv}.
 */
@NullMarked
package io.podflow.connectors.sample;

import org.jspecify.annotations.NullMarked;
