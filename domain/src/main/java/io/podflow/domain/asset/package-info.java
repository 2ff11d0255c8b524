/**
 * The stage of one symbol in one pod: a bar goes in, what the pod needs to know about the symbol
 * comes out.
 *
 * <p>The nouns: {@link io.podflow.domain.asset.AssetMemory} is what a (pod, symbol) remembers, its
 * bars and returns; {@link io.podflow.domain.asset.AssetStep} takes in a bar and asks the strategy;
 * {@link io.podflow.domain.asset.AssetUpdate} is the answer, the only thing the pod sees of a bar.
 *
 * <p>Nothing here knows of other symbols: comparing them is the business of {@code selection}, in
 * the pod's step. That is what lets every (pod, symbol) run on its own.
 *
 * <p>Open {@link io.podflow.domain.asset.AssetStep} first.
 */
@NullMarked
package io.podflow.domain.asset;

import org.jspecify.annotations.NullMarked;
