package uk.csw.pipeline.comparator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens a published file as text: UTF-8, compressed by gzip or not, with a byte order mark or not. */
final class PublishedText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PublishedText() {}

    static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    /**
     * The text of {@code file}.
     *
     * @throws java.nio.charset.CharacterCodingException while reading, when it is not UTF-8
     */
    static Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            boolean isCompressed = file.getFileName().toString().endsWith(".gz");
            Reader reader = new BufferedReader(new InputStreamReader(
                    isCompressed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8.newDecoder()));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException | RuntimeException failure) {
            in.close();
            throw failure;
        }
    }
}
