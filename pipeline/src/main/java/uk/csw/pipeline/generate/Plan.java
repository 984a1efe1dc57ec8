package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A plan for a child in need, or a child protection plan, which alone has {@link Protection}. */
record Plan(LocalDate start, LocalDate end, Optional<Protection> protection, Recording begun, Recording ended) {
    /**
     * What a child protection plan has besides.
     *
     * @param category of abuse when the plan began
     * @param latest the category now
     * @param earlier plans the child had before with this authority
     */
    record Protection(String category, String latest, int earlier, List<PlanReview> reviews) {}

    record PlanReview(LocalDate date, Recording recording) {}
}
