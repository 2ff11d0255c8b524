package io.podflow.job.version;

import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run is made from at every close. A backtest has one scope; in a live job each version of
 * the configuration brings one, from its close on.
 *
 * <p>Versions are read when their close is asked for, so old ones cost nothing.
 *
 * @param <T> what an operator makes of each, once
 */
public final class ScopeTimeline<T> {

  private final RunScope base;
  private final ClassLoader strategies;
  private final Function<RunScope, T> parts;
  private final List<Stretch<T>> stretches = new ArrayList<>();
  private @Nullable VersionText text;

  /**
   * @param base before the first version is known
   * @param strategies where strategies of versions are looked up
   */
  public ScopeTimeline(RunScope base, ClassLoader strategies, Function<RunScope, T> parts) {
    this.base = base;
    this.strategies = strategies;
    this.parts = parts;
    stretches.add(new Stretch<>(this, null));
  }

  /** The closes of one version. */
  public static final class Stretch<T> {

    private final ScopeTimeline<T> timeline;
    private final @Nullable ConfigVersion version;
    private @Nullable RunScope scope;
    private @Nullable T parts;

    private Stretch(ScopeTimeline<T> timeline, @Nullable ConfigVersion version) {
      this.timeline = timeline;
      this.version = version;
    }

    /** The first close, epoch milliseconds UTC. */
    public long effective() {
      return version == null ? ConfigVersion.FIRST : version.effective();
    }

    private boolean isOf(ConfigVersion other) {
      return version != null
          && version.id().equals(other.id())
          && version.effective() == other.effective();
    }

    public RunScope scope() {
      RunScope known = scope;
      if (known == null) {
        known = version == null ? timeline.base : timeline.scopeOf(version);
        scope = known;
      }
      return known;
    }

    public T parts() {
      T known = parts;
      if (known == null) {
        known = timeline.parts.apply(scope());
        parts = known;
      }
      return known;
    }

    /** Whether it has the pod, and not as one that has departed. */
    public boolean has(int pod) {
      return pod < scope().layout().podCount() && !scope().layout().hasDeparted(pod);
    }

    /** Whether the pod trades the symbol. */
    public boolean trades(int pod, int symbol) {
      return has(pod) && scope().layout().trades(pod, symbol);
    }
  }

  private RunScope scopeOf(ConfigVersion version) {
    VersionText reader = text;
    if (reader == null) {
      reader = VersionText.with(strategies);
      text = reader;
    }
    return base.following(reader.settings(version), version.before());
  }

  /**
   * Takes a version that is new, or that is known and has got its close.
   *
   * @return whether anything has changed
   */
  public boolean take(ConfigVersion version) {
    if (stretches.stream().anyMatch(known -> known.isOf(version))) {
      return false;
    }
    // What nobody waits for any more: this version before its close was known, one that it has
    // overtaken, and what there was before the first.
    stretches.removeIf(
        known ->
            known.effective() == ConfigVersion.OPEN || known.effective() == version.effective());
    stretches.add(new Stretch<>(this, version));
    stretches.sort(Comparator.comparingLong(Stretch::effective));
    return true;
  }

  /**
   * The stretch of a version that was taken.
   *
   * @throws IllegalArgumentException if it was not, or another has taken its place
   */
  public Stretch<T> of(ConfigVersion version) {
    return stretches.stream()
        .filter(stretch -> stretch.version != null && stretch.version.id().equals(version.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("version " + version.id()));
  }

  /** What holds at a close. */
  public Stretch<T> at(long close) {
    Stretch<T> found = stretches.get(0);
    for (Stretch<T> stretch : stretches) {
      found = stretch.effective() <= close ? stretch : found;
    }
    return found;
  }

  /** What holds at a close, and all that comes after it. */
  public List<Stretch<T>> from(long close) {
    return stretches.subList(stretches.indexOf(at(close)), stretches.size());
  }

  /** The last that is known. */
  public Stretch<T> last() {
    return stretches.get(stretches.size() - 1);
  }

  /**
   * What holds for a pod at a close; for one that is not there yet, the version that brings it.
   *
   * @return null for a pod that has departed
   */
  public @Nullable Stretch<T> withPod(int pod, long close) {
    for (Stretch<T> stretch : from(close)) {
      if (stretch.has(pod)) {
        return stretch;
      }
    }
    return null;
  }

  /** The first close of any pod's timeframe after {@code time}, or MAX_VALUE past the end. */
  public long nextClose(long time) {
    long after = time;
    List<Stretch<T>> ahead = from(time);
    for (int i = 0; ; i++) {
      long next = ahead.get(i).scope().nextClose(after);
      if (i + 1 == ahead.size() || next < ahead.get(i + 1).effective()) {
        return next;
      }
      after = Math.max(after, ahead.get(i + 1).effective() - 1);
    }
  }

  /** Whether a time is a close of any pod's timeframe. */
  public boolean isClose(long time) {
    return nextClose(time - 1) == time;
  }

  /** The first close of {@code pod}'s timeframe after {@code time}; MAX_VALUE past its end. */
  public long nextPodClose(int pod, long time) {
    Stretch<T> now = withPod(pod, time);
    long next = now == null ? Long.MAX_VALUE : now.scope().nextPodClose(pod, time);
    return next == Long.MAX_VALUE || withPod(pod, next) == null ? Long.MAX_VALUE : next;
  }
}
