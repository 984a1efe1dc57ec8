package uk.csw.pipeline.generate;

/**
 * Where and with whom a child lives.
 *
 * @param type the code PLACE
 * @param carer tells carers apart within one child's history
 */
record Placement(String type, String provider, String postcode, String urn, int carer) {
    boolean isTemporary() {
        return type.charAt(0) == 'T';
    }

    boolean isWithFosterCarer() {
        return type.charAt(0) == 'U';
    }

    Placement as(String otherType) {
        return new Placement(otherType, provider, postcode, urn, carer);
    }
}
