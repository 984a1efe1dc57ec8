package uk.csw.jobs.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import uk.csw.jobs.nightly.NightConsole;

/**
 * Shows how a night advances: one line that is rewritten on a terminal; elsewhere a plain line now and then while rows
 * land, and one for each later step that took long.
 */
final class TerminalConsole implements NightConsole {
    private static final Duration REWRITE_EVERY = Duration.ofMillis(200);
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private final Clock clock;
    private final boolean onTerminal;

    private long totalBytes;
    private long bytes;
    private long rows;
    private Instant began = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private boolean landing;
    private String stage = "";

    TerminalConsole(PrintWriter out, Clock clock, boolean onTerminal) {
        this.out = out;
        this.clock = clock;
        this.onTerminal = onTerminal;
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
    }

    @Override
    public synchronized void landingBegins(long expectedBytes) {
        totalBytes = expectedBytes;
        bytes = 0;
        rows = 0;
        began = clock.instant();
        shown = began;
        landing = expectedBytes > 0;
    }

    @Override
    public synchronized void advanced(long moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
        Instant now = clock.instant();
        if (landing && Duration.between(shown, now).compareTo(onTerminal ? REWRITE_EVERY : PLAIN_EVERY) >= 0) {
            shown = now;
            show(line(now));
        }
    }

    @Override
    public synchronized void landingEnds() {
        if (landing && onTerminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
        landing = false;
    }

    @Override
    public synchronized void stageBegins(String name) {
        stage = name;
        began = clock.instant();
        if (onTerminal) {
            show("At work: " + name);
        }
    }

    @Override
    public synchronized void stageEnds() {
        Duration took = Duration.between(began, clock.instant());
        if (onTerminal) {
            show("");
            out.print("\r");
            out.flush();
        } else if (took.compareTo(PLAIN_EVERY) >= 0) {
            out.println("Step " + stage + " took " + took.toSeconds() + " s");
        }
    }

    private void show(String line) {
        if (onTerminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String line(Instant now) {
        double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
        double share = totalBytes == 0 ? 1 : Math.min(1.0, (double) bytes / totalBytes);
        long left = share == 0 ? 0 : Math.round(seconds / share - seconds);
        return String.format(
                Locale.UK,
                "Landing: %,d rows, %.0f%%, %,.0f rows/s, %d s to go",
                rows,
                100 * share,
                rows / seconds,
                left);
    }
}
