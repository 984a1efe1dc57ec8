package uk.csw.pipeline.generate;

/**
 * What makes one authority unlike the next. Spreads are the tenth to ninetieth percentiles of English authorities, DfE
 * "Children looked after in England including adoptions" 2024 to 2025; shares in [0, 1].
 *
 * @param lookedAfterPer10k children looked after at a month end per 10,000 residents aged 0 to 17: 40 / 67 / 117
 * @param asylumShare of children who start, unaccompanied asylum seekers: they are 8% of those looked after
 * @param moves placement moves against the national rate
 * @param reviewOnTime of single reviews; there is no published figure
 * @param healthAssessed 83 / 93 / 98
 * @param dentalChecked 65 / 83 / 94
 * @param immunised 69 / 86 / 96
 * @param occupied care leavers of 19 to 21 in education, employment or training: 45 / 54 / 65
 * @param suitablyHoused care leavers of 19 to 21 in suitable accommodation: 83 / 91 / 96
 * @param inTouch care leavers the authority is in touch with
 * @param workerChanges changes of social worker per child and year
 * @param runningAway missing episodes against the national rate
 * @param hasNumericIds whether child ids are digits only
 * @param datesAsylumEndAhead whether the eighteenth birthday is entered as the end of asylum status years before
 */
record Practice(
        double lookedAfterPer10k,
        double asylumShare,
        double moves,
        double reviewOnTime,
        double healthAssessed,
        double dentalChecked,
        double immunised,
        double occupied,
        double suitablyHoused,
        double inTouch,
        double workerChanges,
        double runningAway,
        boolean hasNumericIds,
        boolean datesAsylumEndAhead) {

    private static final double LEAST_PER_10K = 40;
    private static final double MEDIAN_PER_10K = 63;
    private static final double MOST_PER_10K = 117;

    static Practice of(GeneratedAuthority authority, long seed) {
        Chance chance = Chance.of(seed, authority.code(), 1);
        return new Practice(
                level(chance),
                chance.between(0.08, 0.17),
                chance.between(0.80, 1.20),
                chance.between(0.93, 0.99),
                chance.between(0.84, 0.97),
                chance.between(0.68, 0.93),
                chance.between(0.72, 0.95),
                chance.between(0.44, 0.61),
                chance.between(0.83, 0.95),
                chance.between(0.88, 0.97),
                chance.between(0.8, 1.55),
                chance.between(0.65, 1.45),
                chance.happens(0.7),
                chance.happens(0.3));
    }

    private static double level(Chance chance) {
        double level = 0;
        while (level < LEAST_PER_10K || level > MOST_PER_10K) {
            level = MEDIAN_PER_10K * StrictMath.exp(0.50 * chance.normal());
        }
        return level;
    }
}
