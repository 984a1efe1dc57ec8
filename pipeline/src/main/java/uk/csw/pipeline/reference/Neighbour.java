package uk.csw.pipeline.reference;

/**
 * One statistical neighbour of an authority in one edition of the model.
 *
 * @param model edition, for example {@code 2025}
 * @param rank 1 for the nearest
 */
public record Neighbour(String model, String authorityCode, int rank, String neighbourCode, String closeness) {}
