package uk.csw.pipeline.quality;

/** Hears how landing advances; may be called by several threads. */
@FunctionalInterface
public interface LandingProgress {
    /** So much more has been read since the last call. */
    void advanced(long rows, long bytes);

    /** Nobody is listening. */
    static LandingProgress none() {
        return (rows, bytes) -> {};
    }
}
