package uk.csw.pipeline.quality;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.csw.pipeline.delivery.CsvRules;

/** Reads parts of files below the inbox, and sees when they are no longer what was registered. */
final class PartReader {
    private final Path inbox;
    private final CRC32C checksum = new CRC32C();
    private byte[] buffer = new byte[0];

    PartReader(Path inbox) {
        this.inbox = inbox;
    }

    /** The text of a part; empty when the file is gone or its bytes are others. */
    Optional<String> text(PartFile part) {
        int length = Math.toIntExact(part.to() - part.from());
        if (!read(part, part.from(), length)) {
            return Optional.empty();
        }
        checksum.reset();
        checksum.update(buffer, 0, length);
        return checksum.getValue() == part.checksum()
                ? Optional.of(new String(buffer, 0, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The header row of the file: the last record before its first part; empty when the file is gone. */
    Optional<List<String>> header(PartFile part) {
        int length = Math.toIntExact(part.headerTo());
        if (!read(part, 0, length)) {
            return Optional.empty();
        }
        String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), CsvRules.format())) {
            List<CSVRecord> records = parser.getRecords();
            return Optional.of(records.get(records.size() - 1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read text in memory", e);
        }
    }

    private boolean read(PartFile part, long from, int length) {
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        try (FileChannel file = FileChannel.open(inbox.resolve(part.path()), StandardOpenOption.READ)) {
            if (file.size() != part.fileBytes()) {
                return false;
            }
            ByteBuffer into = ByteBuffer.wrap(buffer, 0, length);
            long at = from;
            while (into.hasRemaining()) {
                int got = file.read(into, at);
                if (got < 0) {
                    return false;
                }
                at += got;
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
