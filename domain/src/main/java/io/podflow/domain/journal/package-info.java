/** TBD. */
@NullMarked
package io.podflow.domain.journal;

import org.jspecify.annotations.NullMarked;
