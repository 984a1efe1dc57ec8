package uk.csw.pipeline.generate;

import java.time.Month;

/**
 * How referrals spread over the year: fewer when schools are closed. Referrals by month in England, DfE "Children in
 * need" table C6, summed over the years ending March 2022 to 2024; the years of the lockdowns are left out.
 */
final class ReferralSeason {
    /** January first. */
    private static final int[] REFERRALS = {
        163_920, 153_800, 170_190, 141_940, 174_530, 174_910, 161_270, 132_290, 163_980, 163_620, 172_400, 139_750
    };

    private static final double IN_THREE_YEARS = 1_912_600;

    private ReferralSeason() {}

    /** The share of a year's referrals that falls in the month, in [0, 1]. */
    static double share(Month month) {
        return REFERRALS[month.ordinal()] / IN_THREE_YEARS;
    }
}
