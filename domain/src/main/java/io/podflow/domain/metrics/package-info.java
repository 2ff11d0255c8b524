/** TBD. */
@NullMarked
package io.podflow.domain.metrics;

import org.jspecify.annotations.NullMarked;
