package uk.csw.pipeline.generate;

/**
 * A seeded stream of chance, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014) and strict arithmetic
 * only. One stream per child, so that one more child changes nobody else's life.
 */
final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream that belongs to these numbers: seed, authority, child, subject. */
    static Chance of(long... numbers) {
        return new Chance(hash(numbers));
    }

    static long hash(long... numbers) {
        long hash = 0;
        for (long number : numbers) {
            hash = mix(hash + STEP + number);
        }
        return hash;
    }

    /** One draw from [0, 1) that belongs to these numbers. */
    static double shareOf(long... numbers) {
        return toShare(hash(numbers));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static double toShare(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double share() {
        return toShare(next());
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    int below(int bound) {
        return (int) (share() * bound);
    }

    /** Uniform, both ends included. */
    int between(int lowest, int highest) {
        return lowest + below(highest - lowest + 1);
    }

    double between(double lowest, double highest) {
        return lowest + share() * (highest - lowest);
    }

    /** Days until something that happens {@code perYear} times a year; very long when it never does. */
    int daysUntil(double perYear) {
        double days = -StrictMath.log(1 - share()) * 365.25 / Math.max(perYear, 1e-6);
        return (int) Math.min(days, 100_000);
    }

    /** How often something happens that is expected {@code mean} times. */
    int count(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 20) {
            count += smallCount(Math.min(left, 20));
        }
        return count;
    }

    private int smallCount(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = share(); product > limit; product *= share()) {
            count++;
        }
        return count;
    }

    /** Roughly normal, mean 0 and deviation 1, never beyond 6. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += share();
        }
        return sum;
    }
}
