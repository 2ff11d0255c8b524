package io.podflow.domain.journal;

/**
 * What the monitors say of one pod on one UTC day: a row of {@code monitors}. NaN stands for
 * undefined. A level is {@code NORMAL}, {@code WARNING} or {@code CRITICAL}; none of them drives
 * the pod's state.
 *
 * @param time the close that ends the day, epoch milliseconds UTC
 * @param gbmDepth current drawdown, positive fraction
 * @param gbmDepthLimit depth exceeded by one in twenty Brownian motions like the pod
 * @param gbmDurationDays days since the account was at its peak
 * @param gbmDurationLimit the same limit for the duration, days
 * @param gbmLevel of the two together
 * @param ksStatistic distance of the last 60 daily returns from those before
 * @param ksPValue of such a distance when nothing has changed
 * @param ksLevel of the distribution drift
 * @param decaySlope of a robust line through the return of 180 days, fraction per day
 * @param decayLowerBound of that line today, fraction
 * @param decayCumulative return over those days, fraction
 * @param decayLevel of the decay
 */
public record MonitorRow(
    long time,
    String pod,
    double gbmDepth,
    double gbmDepthLimit,
    int gbmDurationDays,
    int gbmDurationLimit,
    String gbmLevel,
    double ksStatistic,
    double ksPValue,
    String ksLevel,
    double decaySlope,
    double decayLowerBound,
    double decayCumulative,
    String decayLevel) {}
