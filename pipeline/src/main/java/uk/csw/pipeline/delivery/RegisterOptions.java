package uk.csw.pipeline.delivery;

import java.time.Duration;

/**
 * How deliveries are registered.
 *
 * @param partBytes files are cut into parts of about this size, at least 1
 * @param workers deliveries read at the same time, at least 1
 * @param quiet a file written more recently than this is looked at again after as long
 * @param pause how to wait
 */
public record RegisterOptions(long partBytes, int workers, Duration quiet, DeliveryRegister.Pause pause) {
    private static final long FOUR_MEGABYTES = 4L * 1024 * 1024;

    public RegisterOptions {
        if (partBytes < 1 || workers < 1 || quiet.isNegative()) {
            throw new IllegalArgumentException("Part size and workers must be at least 1, the quiet time not negative");
        }
    }

    /** Parts of 4 MB, files left alone for two seconds. */
    public static RegisterOptions of(int workers) {
        return new RegisterOptions(FOUR_MEGABYTES, workers, Duration.ofSeconds(2), RegisterOptions::sleep);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
