package uk.csw.pipeline.delivery;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Tells files of other programs that were only renamed, by the bytes they begin with. */
final class NotText {
    private static final Map<byte[], String> BEGINNINGS = Map.of(
            new byte[] {'%', 'P', 'D', 'F', '-'}, "a PDF",
            new byte[] {'P', 'K', 3, 4}, "an Excel workbook or another zip file",
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, "an Excel workbook of the old kind",
            new byte[] {0x1f, (byte) 0x8b}, "a gzip file");

    private NotText() {}

    /** What {@code block}, of which the first {@code length} bytes are the beginning of a file, shows it to be. */
    static Optional<String> whatBegins(byte[] block, int length) {
        return BEGINNINGS.entrySet().stream()
                .filter(known -> length >= known.getKey().length
                        && Arrays.equals(known.getKey(), Arrays.copyOf(block, known.getKey().length)))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
