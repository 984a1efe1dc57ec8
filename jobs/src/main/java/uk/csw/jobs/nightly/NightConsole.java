package uk.csw.jobs.nightly;

import uk.csw.pipeline.quality.LandingProgress;

/** Where a night says what it is doing; called by several threads. */
public interface NightConsole extends LandingProgress {
    /** One line about what is going on. */
    void say(String line);

    /** From now on {@link #advanced} is heard, up to this many bytes in all. */
    void landingBegins(long bytes);

    /** No more {@link #advanced}. */
    void landingEnds();

    /** A stage after landing is at work from now on. */
    void stageBegins(String stage);

    /** It is over, or has failed. */
    void stageEnds();
}
