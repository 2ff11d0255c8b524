/** TBD. */
@NullMarked
package io.podflow.domain.strategy;

import org.jspecify.annotations.NullMarked;
