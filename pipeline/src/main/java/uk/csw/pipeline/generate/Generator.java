package uk.csw.pipeline.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes monthly SSDA903 returns, year to date, of synthetic children into an inbox, as
 * {@code inbox/<authority code>/<yyyy-mm>/<table>.csv}; on request the children in need census of the same authorities
 * beside them, in {@code cin-census/}. The same options give the same bytes everywhere.
 */
public final class Generator {
    private final GeneratorOptions options;

    public Generator(GeneratorOptions options) {
        this.options = options;
    }

    /** Writes everything, authorities side by side, and says what was written. */
    public Generated write(Path inbox) throws IOException {
        return write(inbox, (authority, files) -> {});
    }

    /**
     * Writes everything and reports each authority when it is done, on the thread that did it.
     *
     * @throws IOException when a file cannot be written; files written before stay
     */
    public Generated write(Path inbox, Progress progress) throws IOException {
        try {
            List<WrittenFile> files = options.authorities().parallelStream()
                    .flatMap(authority -> writeOne(authority, inbox, progress).stream())
                    .toList();
            return new Generated(files);
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot write the returns to " + inbox + ": " + e.getMessage(), e);
        }
    }

    /** What the returns of an authority would add up to if nothing were lost on the way, as of the last delivery. */
    public Truth truth(GeneratedAuthority authority) {
        return Truth.of(authority, options);
    }

    private List<WrittenFile> writeOne(GeneratedAuthority authority, Path inbox, Progress progress) {
        try {
            List<WrittenFile> files = new AuthorityReturns(authority, options).write(inbox);
            progress.wrote(authority, files);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears of each authority when its files are written. */
    @FunctionalInterface
    public interface Progress {
        void wrote(GeneratedAuthority authority, List<WrittenFile> files);
    }
}
