package uk.csw.pipeline.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Divides authorities into groups of about equally many rows, if they are added by their rows, most first. */
final class Shares {
    private final int most;
    private final List<Share> shares = new ArrayList<>();

    /** @param most how many groups there may be, at least 1 */
    Shares(int most) {
        this.most = most;
    }

    /** Adds an authority to the group that has the fewest rows so far. */
    Shares add(int authority, long rows) {
        if (shares.size() < most) {
            shares.add(new Share());
        }
        Share lightest = shares.stream()
                .min(Comparator.comparingLong(share -> share.rows))
                .orElseThrow();
        lightest.authorities.add(authority);
        lightest.rows += rows;
        return this;
    }

    List<Set<Integer>> authorities() {
        return shares.stream().map(share -> share.authorities).toList();
    }

    private static final class Share {
        private final Set<Integer> authorities = new LinkedHashSet<>();
        private long rows;
    }
}
