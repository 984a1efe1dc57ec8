package uk.csw.pipeline.generate;

/**
 * What makes one authority's work with children in need unlike the next one's. England's figures are those of "Children
 * in need" for the year to March 2025; the spreads around them are made up.
 *
 * @param firstReferrals first referrals a year per 10,000 residents aged 0 to 17
 * @param comesBack share of closed cases after which the child is referred again
 * @param assessedInTime share of assessments ended within 45 working days: 85.7% in England
 * @param heldInTime share of initial conferences held within 15 working days of the enquiry: 81.4% in England
 * @param enquiries share of cases with a section 47 enquiry
 */
record FrontDoor(double firstReferrals, double comesBack, double assessedInTime, double heldInTime, double enquiries) {
    private static final double MEAN_FIRST_REFERRALS = 268;

    static FrontDoor of(GeneratedAuthority authority, long seed) {
        Chance chance = Chance.of(seed, authority.code(), 51);
        double level = Math.max(0.55, Math.min(1.8, 1 + 0.22 * chance.normal()));
        return new FrontDoor(
                MEAN_FIRST_REFERRALS * level,
                chance.between(0.34, 0.50),
                chance.between(0.76, 0.95),
                chance.between(0.70, 0.93),
                chance.between(0.30, 0.42));
    }
}
