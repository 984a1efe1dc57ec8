package uk.csw.pipeline.quality;

import java.util.Map;

/** The layout of each table, by the name that public validators know it by. */
final class PublishedTables {
    static final Map<String, String> LOOKED_AFTER = Map.ofEntries(
            Map.entry("AD1", "ssda903-ad1"),
            Map.entry("DoLo", "ssda903-dolo"),
            Map.entry("Episodes", "ssda903-episodes"),
            Map.entry("Header", "ssda903-header"),
            Map.entry("Missing", "ssda903-missing"),
            Map.entry("OC2", "ssda903-oc2"),
            Map.entry("OC3", "ssda903-oc3"),
            Map.entry("PlacedAdoption", "ssda903-placed-adoption"),
            Map.entry("PrevPerm", "ssda903-prev-perm"),
            Map.entry("Reviews", "ssda903-reviews"),
            Map.entry("SWEpisodes", "ssda903-sw-episodes"),
            Map.entry("UASC", "ssda903-uasc"));
    static final Map<String, String> CENSUS = Map.of(
            "AssessmentFactorsList", "cin-assessment-factors",
            "Assessments", "cin-assessments",
            "CINdetails", "cin-details",
            "CINplanDates", "cin-plan-dates",
            "ChildCharacteristics", "cin-child-characteristics",
            "ChildIdentifiers", "cin-child-identifiers",
            "ChildProtectionPlans", "cin-child-protection-plans",
            "Disabilities", "cin-disabilities",
            "Reviews", "cin-reviews",
            "Section47", "cin-section47");

    private PublishedTables() {}
}
