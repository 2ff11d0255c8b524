package io.podflow.job.cli;

import java.util.ServiceLoader;

/**
 * A command of {@code podflow} that another module brings, found by {@link ServiceLoader} on the
 * class path. So a module that stands on this one can have commands and the arrow still points one
 * way.
 */
public interface Subcommand {

  /** A class or an object with picocli's annotations. */
  Object command();
}
