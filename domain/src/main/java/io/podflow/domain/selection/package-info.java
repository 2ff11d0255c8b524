/** TBD. */
@NullMarked
package io.podflow.domain.selection;

import org.jspecify.annotations.NullMarked;
