/** TBD. */
@NullMarked
package io.podflow.domain.netting;

import org.jspecify.annotations.NullMarked;
