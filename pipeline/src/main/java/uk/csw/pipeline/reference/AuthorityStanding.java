package uk.csw.pipeline.reference;

import java.util.List;

/** What is known of an authority code at the end of a month. */
public sealed interface AuthorityStanding {
    /** It exists. */
    record Exists(Authority authority) implements AuthorityStanding {}

    /** It does not exist yet. */
    record NotYet(Authority first) implements AuthorityStanding {}

    /** It has ended; its direct successors follow, by code. */
    record Ended(Authority last, List<Authority> successors) implements AuthorityStanding {
        public Ended {
            successors = List.copyOf(successors);
        }
    }

    /** No authority has or had this code. */
    record Unknown(String code) implements AuthorityStanding {}
}
