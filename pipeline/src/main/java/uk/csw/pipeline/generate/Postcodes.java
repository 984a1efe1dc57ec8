package uk.csw.pipeline.generate;

/** Postcodes of the right shape; whether they exist is nobody's concern. */
final class Postcodes {
    private static final String[] AREAS =
            ("AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HR"
                            + " HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN"
                            + " SO SP SR SS ST SW SY TA TF TN TQ TR TS TW UB W WA WD WF WN WR WS WV YO")
                    .split(" ", -1);
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private Postcodes() {}

    /** A postcode in the authority. */
    static String home(Chance chance, int authority) {
        return postcode(chance, AREAS[authority % AREAS.length]);
    }

    /** A placement's postcode: nearly two in three in the authority, which is made up. */
    static String placement(Chance chance, int authority) {
        return chance.happens(0.63) ? home(chance, authority) : postcode(chance, AREAS[chance.below(AREAS.length)]);
    }

    private static String postcode(Chance chance, String area) {
        return area + chance.between(1, 19) + " " + chance.below(10) + letter(chance) + letter(chance);
    }

    private static char letter(Chance chance) {
        return LETTERS.charAt(chance.below(LETTERS.length()));
    }
}
