package io.podflow.chaos;

import io.podflow.chaos.plan.Moment;

/**
 * What was seen of a moment.
 *
 * @param moment as planned
 * @param detail what the faults had drawn, such as how long they last
 * @param inFlight orders that were sent and not reported on at the first strike
 * @param load of the machine then, processes that run or want to, averaged over a minute
 * @param decidedMillis from the last strike to the first valid decision on a close that was sent
 *     later
 * @param committedMillis from the last strike until that decision could be read
 */
record Outcome(
    Moment moment,
    String detail,
    int inFlight,
    double load,
    long decidedMillis,
    long committedMillis) {}
