/**
 * What a run writes down: one record type per table of {@code run.db}, and events.
 *
 * <p>Components are the columns, in their order; NaN stands for an undefined number. The records
 * hold no behaviour: steps make them, connectors store them. This package comes first in the domain
 * and uses nothing.
 */
@NullMarked
package io.podflow.domain.journal;

import org.jspecify.annotations.NullMarked;
