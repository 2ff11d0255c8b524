package io.podflow.domain.market.synthetic;

/**
 * Random numbers that are the same on every machine: the SplitMix64 generator of Steele, Lea and
 * Flood (2014), and normal variates from it by Marsaglia's polar method.
 */
final class Noise {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare = Double.NaN;

  /** Streams of the same seed are independent of each other. */
  Noise(long seed, int stream) {
    this.state = mix(seed) + mix((stream + 1) * GOLDEN_GAMMA);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    state += GOLDEN_GAMMA;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** Uniform between {@code low} and {@code high}. */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Normal with mean 0 and standard deviation 1. */
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    return x * scale;
  }
}
