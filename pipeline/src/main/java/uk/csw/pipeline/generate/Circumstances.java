package uk.csw.pipeline.generate;

/** What an episode is one unbroken spell of: legal status, placement and carer. */
record Circumstances(String legalStatus, Placement placement) {
    /** The code RNE for going from {@code before} to these; nothing changed is an empty text. */
    String reasonAfter(Circumstances before) {
        boolean legal = !legalStatus.equals(before.legalStatus);
        boolean carer = placement.carer() != before.placement.carer();
        boolean place = carer || !placement.equals(before.placement);
        if (legal) {
            return carer ? "B" : place ? "U" : "L";
        }
        return carer ? "P" : place ? "T" : "";
    }
}
