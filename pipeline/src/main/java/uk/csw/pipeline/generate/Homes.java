package uk.csw.pipeline.generate;

/** Gives a child a placement of a type: whose it is, where it is, and its registration. */
final class Homes {
    /** Set so that about 43% of all placements are the authority's own provision, as in England 2025. */
    private static final CodeMix FOSTER = CodeMix.of("PR1 47, PR4 47, PR5 5, PR2 1");

    private static final CodeMix PRIVATE_MOSTLY = CodeMix.of("PR4 82, PR1 14, PR5 4");

    private final GeneratedAuthority authority;
    private int carers;

    Homes(GeneratedAuthority authority) {
        this.authority = authority;
    }

    /** A new placement with a carer this child has not lived with. */
    Placement of(String type, Chance chance) {
        carers++;
        return switch (type.charAt(0)) {
            case 'U', 'A' -> family(type, chance);
            case 'P' -> new Placement(type, "PR0", Postcodes.home(chance, authority.code()), "", carers);
            case 'T' -> new Placement(type, "", Postcodes.placement(chance, authority.code()), "", carers);
            default -> establishment(type, chance);
        };
    }

    private Placement family(String type, Chance chance) {
        boolean relative = type.compareTo("U1") >= 0 && type.compareTo("U3") <= 0;
        String provider = relative || type.charAt(0) == 'A' ? "PR1" : FOSTER.pick(chance);
        boolean ownService = provider.equals("PR1");
        String urn = ownService ? urn(authority.code(), 0) : urn(999, chance.below(400));
        String postcode = Postcodes.placement(chance, authority.code());
        return new Placement(type, provider, postcode, type.charAt(0) == 'A' ? "" : urn, carers);
    }

    private Placement establishment(String type, Chance chance) {
        boolean health = type.equals("R2") || type.equals("R5");
        boolean inArea = chance.happens(0.55);
        int home = chance.below(inArea ? 25 : 2500);
        Chance fixed = Chance.of(inArea ? authority.code() : 999, type.charAt(0), home);
        String postcode =
                inArea ? Postcodes.home(fixed, authority.code()) : Postcodes.placement(fixed, 300 + fixed.below(600));
        String provider = health ? "PR3" : PRIVATE_MOSTLY.pick(fixed);
        String urn = health ? "" : chance.happens(0.01) ? "XXXXXXX" : urn(inArea ? authority.code() : 998, home);
        return new Placement(type, provider, postcode, urn, carers);
    }

    private static String urn(int block, int number) {
        return Integer.toString(1_000_000 + block * 3_000 + number);
    }
}
