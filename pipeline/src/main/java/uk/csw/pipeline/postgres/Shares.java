package uk.csw.pipeline.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides authorities into groups of about equally much work, each for a transaction of its own, if they are added by
 * their work, most first.
 */
public final class Shares {
    private final int most;
    private final List<Share> shares = new ArrayList<>();

    /** @param most how many groups there may be, at least 1 */
    public Shares(int most) {
        this.most = most;
    }

    /** Adds an authority to the group that has the least work so far. */
    public Shares add(int authority, long work) {
        if (shares.size() < most) {
            shares.add(new Share());
        }
        Share lightest = shares.stream()
                .min(Comparator.comparingLong(share -> share.work))
                .orElseThrow();
        lightest.authorities.add(authority);
        lightest.work += work;
        return this;
    }

    /** The groups, as many as there are authorities at most. */
    public List<Set<Integer>> authorities() {
        return shares.stream().map(share -> share.authorities).toList();
    }

    private static final class Share {
        private final Set<Integer> authorities = new LinkedHashSet<>();
        private long work;
    }
}
