/**
 * Many pods, one book: what is left of the pods' targets once they are added up per symbol.
 *
 * <p>Nouns: a <em>weight</em> is a signed share of portfolio equity that one pod wants in one
 * symbol. The <em>net</em> of a symbol is the sum of its weights, the <em>gross</em> the sum of
 * their sizes; what the pods hold against each other is the <em>offset</em>. The <em>leverage
 * limit</em> bounds the sum of |net| over all symbols, and a <em>delta</em> is the way from what is
 * held to what is wanted.
 *
 * <p>Open {@link io.podflow.domain.netting.Netting} first. Everything here is a function of arrays:
 * what becomes an order is decided in {@code portfolio}, how it fills in {@code execution}.
 */
@NullMarked
package io.podflow.domain.netting;

import org.jspecify.annotations.NullMarked;
