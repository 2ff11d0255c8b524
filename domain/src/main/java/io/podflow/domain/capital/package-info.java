/** TBD. */
@NullMarked
package io.podflow.domain.capital;

import org.jspecify.annotations.NullMarked;
