/** TBD. */
@NullMarked
package io.podflow.domain.market;

import org.jspecify.annotations.NullMarked;
