package uk.csw.pipeline.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The text of a configuration file, which is UTF-8. */
public final class ConfigText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigText() {}

    /**
     * The text of {@code config/<file>}, without the byte order mark that Excel puts in front.
     *
     * @param problems receives why there is none
     */
    public static Optional<String> read(Path configDir, String file, List<Problem> problems) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(configDir.resolve(file)));
        } catch (NoSuchFileException e) {
            problems.add(new Problem(file, 0, "no such file", "a UTF-8 text file", "restore it"));
            return Optional.empty();
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "no readable file (" + e + ")", "a UTF-8 text file", "restore it"));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        if (decoder.decode(bytes, text, true).isError()) {
            problems.add(new Problem(
                    file, line(bytes), "a character that is not UTF-8", "a UTF-8 text file", "save the file as UTF-8"));
            return Optional.empty();
        }
        String read = text.flip().toString();
        return Optional.of(read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read);
    }

    /** What a text is in which the parser of tables could not go on. */
    public static Problem notTable(String file, Exception failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return new Problem(
                file,
                0,
                "no readable table (" + cause.getMessage() + ")",
                "a CSV file",
                "look at the double quotes of that line and after it");
    }

    /** The line that the next byte stands in. */
    private static int line(ByteBuffer bytes) {
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
