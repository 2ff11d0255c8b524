/** TBD. */
@NullMarked
package io.podflow.domain.allocation;

import org.jspecify.annotations.NullMarked;
