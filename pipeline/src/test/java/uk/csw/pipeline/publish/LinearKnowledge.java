package uk.csw.pipeline.publish;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums of unknown counts, and what follows from them: a sum that is a linear combination of known ones, and a sum whose
 * least and greatest possible value meet, since a count is a whole number and never below nought.
 */
final class LinearKnowledge<V> {
    private static final long PRIME = 2_147_483_647L;
    private static final long MOST = 1_000_000;

    /** {@code plus} less {@code minus} is {@code total}. */
    private record Equation(int[] plus, int[] minus, long total) {}

    private final Map<V, Integer> unknowns = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<long[]> basis = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private long[] least = {};
    private long[] greatest = {};

    void sum(List<V> plus, List<V> minus, long total) {
        equations.add(new Equation(indexes(plus), indexes(minus), total));
    }

    private int[] indexes(List<V> variables) {
        return variables.stream()
                .mapToInt(variable -> unknowns.computeIfAbsent(variable, any -> unknowns.size()))
                .toArray();
    }

    /** Draws the conclusions. Call it when all is said. */
    void narrow() {
        for (Equation equation : equations) {
            long[] row = new long[unknowns.size()];
            Arrays.stream(equation.plus()).forEach(index -> row[index]++);
            Arrays.stream(equation.minus()).forEach(index -> row[index] += PRIME - 1);
            reduce(row);
            int pivot = firstNonZero(row);
            if (pivot < row.length) {
                long inverse = BigInteger.valueOf(row[pivot])
                        .modInverse(BigInteger.valueOf(PRIME))
                        .longValueExact();
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i] * inverse % PRIME;
                }
                basis.add(row);
                pivots.add(pivot);
            }
        }
        addDifferences();
        least = new long[unknowns.size()];
        greatest = new long[unknowns.size()];
        Arrays.fill(greatest, MOST);
        boolean isNarrower = true;
        for (int round = 0; isNarrower && round < 200; round++) {
            isNarrower = false;
            for (Equation equation : equations) {
                isNarrower |= narrow(equation);
            }
        }
    }

    /** Two sums that share most of their terms differ by what they do not share. */
    private void addDifferences() {
        List<Equation> sums = equations.stream()
                .filter(equation -> equation.minus().length == 0)
                .toList();
        List<BitSet> terms =
                sums.stream().map(equation -> bits(equation.plus())).toList();
        Set<List<BitSet>> seen = new HashSet<>();
        for (int one = 0; one < sums.size(); one++) {
            for (int other = one + 1; other < sums.size(); other++) {
                BitSet plus = (BitSet) terms.get(one).clone();
                plus.andNot(terms.get(other));
                BitSet minus = (BitSet) terms.get(other).clone();
                minus.andNot(terms.get(one));
                boolean isShared = plus.cardinality() < terms.get(one).cardinality();
                if (isShared && plus.cardinality() + minus.cardinality() <= 6 && seen.add(List.of(plus, minus))) {
                    equations.add(new Equation(
                            plus.stream().toArray(),
                            minus.stream().toArray(),
                            sums.get(one).total() - sums.get(other).total()));
                }
            }
        }
    }

    private static BitSet bits(int[] indexes) {
        BitSet bits = new BitSet();
        Arrays.stream(indexes).forEach(bits::set);
        return bits;
    }

    /** Whether the sum of these is known. */
    boolean tells(List<V> variables) {
        if (!unknowns.keySet().containsAll(variables)) {
            return false;
        }
        long[] row = new long[unknowns.size()];
        long low = 0;
        long high = 0;
        for (V variable : variables) {
            int index = unknowns.getOrDefault(variable, -1);
            row[index]++;
            low += least[index];
            high += greatest[index];
        }
        reduce(row);
        return low == high || firstNonZero(row) == row.length;
    }

    private void reduce(long[] row) {
        for (int known = 0; known < basis.size(); known++) {
            long factor = row[pivots.get(known)];
            if (factor != 0) {
                long[] other = basis.get(known);
                for (int i = 0; i < row.length; i++) {
                    row[i] = (row[i] + (PRIME - factor) * other[i]) % PRIME;
                }
            }
        }
    }

    private static int firstNonZero(long[] row) {
        int index = 0;
        while (index < row.length && row[index] == 0) {
            index++;
        }
        return index;
    }

    /** Each unknown of the equation lies between what the others leave it at least and at most. */
    private boolean narrow(Equation equation) {
        long low = 0;
        long high = 0;
        for (int index : equation.plus()) {
            low += least[index];
            high += greatest[index];
        }
        for (int index : equation.minus()) {
            low -= greatest[index];
            high -= least[index];
        }
        boolean isNarrower = false;
        for (int index : equation.plus()) {
            isNarrower |=
                    within(index, equation.total() - (high - greatest[index]), equation.total() - (low - least[index]));
        }
        for (int index : equation.minus()) {
            isNarrower |=
                    within(index, low + greatest[index] - equation.total(), high + least[index] - equation.total());
        }
        return isNarrower;
    }

    private boolean within(int index, long low, long high) {
        boolean isNarrower = low > least[index] || high < greatest[index];
        least[index] = Math.max(least[index], low);
        greatest[index] = Math.min(greatest[index], high);
        return isNarrower;
    }
}
