package uk.csw.jobs.quarantine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import uk.csw.pipeline.delivery.Sha256;

/**
 * The text of a delivered file, read line by line whatever its size.
 *
 * @param path where it lies
 */
record DeliveredText(Path path) {
    /** SHA-256 of its bytes, in hex. */
    String sha256() {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /**
     * The same text with other rows in some places, in a new file outside of the inbox.
     *
     * @param before the rows that stand there now, by the line on which they begin
     * @param after the rows that are to stand there instead
     */
    DeliveredText with(Map<Long, String> before, Map<Long, String> after) {
        try {
            DeliveredText corrected = new DeliveredText(Files.createTempFile("csw-corrected", ".csv"));
            try {
                copyTo(corrected.path, before, after);
            } catch (IOException | RuntimeException e) {
                corrected.forget();
                throw e;
            }
            return corrected;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the corrected text of " + path, e);
        }
    }

    private void copyTo(Path corrected, Map<Long, String> before, Map<Long, String> after) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path);
                Writer out = Files.newBufferedWriter(corrected)) {
            long line = 1;
            for (String text = line(in); !text.isEmpty(); text = line(in)) {
                String row = after.get(line);
                line++;
                if (row == null) {
                    out.write(text);
                    continue;
                }
                // A row in quotes may go on over several lines: the last of them says how it ends.
                long more = before.getOrDefault(line - 1, "").lines().count() - 1;
                for (; more > 0; more--) {
                    text = line(in);
                    line++;
                }
                out.write(row);
                out.write(
                        text.endsWith("\r\n") ? "\r\n" : text.endsWith("\r") ? "\r" : text.endsWith("\n") ? "\n" : "");
            }
        }
    }

    /** Deletes the file, if it is still there. */
    void forget() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path + ", which holds children's rows; delete it", e);
        }
    }

    /** The next line with its end; empty when there is none. */
    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            line.append((char) letter);
            if (letter == '\n') {
                break;
            }
            if (letter == '\r') {
                in.mark(1);
                if (in.read() == '\n') {
                    line.append('\n');
                } else {
                    in.reset();
                }
                break;
            }
        }
        return line.toString();
    }
}
