package io.podflow.savepoints.cli;

import io.podflow.job.cli.Subcommand;

/** Brings {@code podflow state}. */
public final class StateSubcommand implements Subcommand {

  @Override
  public Object command() {
    return new StateCommand();
  }
}
