package io.podflow.domain.exchange;

import io.podflow.domain.execution.ExchangeReport;
import java.util.List;

/**
 * What is to be sent for a command.
 *
 * @param report what was made of it
 * @param reports ends of orders and fills, in that order; empty for a command that came again, and
 *     while the connection is broken, when they follow later
 */
public record Obeyed(CommandReport report, List<ExchangeReport> reports) {

  public Obeyed {
    reports = List.copyOf(reports);
  }
}
