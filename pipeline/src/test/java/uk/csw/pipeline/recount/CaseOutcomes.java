package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.csw.pipeline.recount.StandingRows.Spell;

/** What followed a referral: what happened belongs to the case it names, or else to the newest one that had begun. */
final class CaseOutcomes {
    private static final Pattern NOT_IN_NEED = Pattern.compile("RC8|RC9");

    private final Map<String, TreeSet<LocalDate>> referred;
    private final Set<String> assessed;
    private final Set<String> protectedOrEnquired;
    private final CareHistory care;

    /** @param referred the days on which each child was referred */
    CaseOutcomes(
            Map<String, TreeSet<LocalDate>> referred,
            List<Spell> assessments,
            List<Spell> enquiriesAndPlans,
            CareHistory care) {
        this.referred = referred;
        this.assessed = cases(assessments);
        this.protectedOrEnquired = cases(enquiriesAndPlans);
        this.care = care;
    }

    /** Closed after an assessment, without an enquiry, a conference, a protection plan or care. */
    boolean isNotInNeed(Spell referral) {
        String one = referral.child() + referral.start();
        return !referral.row().code("REASONFORCLOSURE", NOT_IN_NEED).isEmpty()
                && assessed.contains(one)
                && !protectedOrEnquired.contains(one)
                && !care.isLookedAfterBetween(referral.child(), referral.start(), referral.end());
    }

    private Set<String> cases(List<Spell> spells) {
        Set<String> cases = new HashSet<>();
        for (Spell one : spells) {
            LocalDate named = one.row().date("CINREFERRALDATE").orElse(one.start());
            LocalDate day = referred.getOrDefault(one.child(), new TreeSet<>()).floor(named);
            if (day != null) {
                cases.add(one.child() + day);
            }
        }
        return cases;
    }
}
