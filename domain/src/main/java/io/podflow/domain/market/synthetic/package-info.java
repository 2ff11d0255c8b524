/**
 * A made-up market, so that everything can be tried without downloading anything.
 *
 * <p>{@link io.podflow.domain.market.synthetic.SyntheticMarket} is the entry: 17 symbols, 12H bars,
 * four years, fixed by a seed. All symbols share one <em>common factor</em>, whose <em>regime</em>
 * (rally, decline, range, turbulence) changes as a Markov chain; each adds moves of its own, with a
 * chain of its own. Trends last for weeks, so momentum has something to find, but they turn without
 * notice. There is one crash with deep wicks, one symbol that lists late and one that is delisted.
 *
 * <p>The same seed gives the same bits on every machine: only arithmetic that the language
 * specifies exactly ({@code StrictMath}, a generator written out here), and prices are rounded to
 * eight digits so that their text is the same too.
 *
 * <p>No file is written here; that is the connectors' part. Nothing here claims to resemble a real
 * market closely enough to judge a strategy by.
 */
@NullMarked
package io.podflow.domain.market.synthetic;

import org.jspecify.annotations.NullMarked;
