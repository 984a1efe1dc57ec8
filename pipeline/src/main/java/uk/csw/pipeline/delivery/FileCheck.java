package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uk.csw.pipeline.delivery.HeaderSearch.Result;

/** Reads a file once, from end to end: hash, encoding, structure, header, parts. Not for use by several threads. */
final class FileCheck {
    private static final int BLOCK = 1024 * 1024;
    private static final long LONGEST_RECORD = 1024 * 1024;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final HeaderRecognition recognition;
    private final long partBytes;
    private final byte[] block = new byte[BLOCK];

    /**
     * @param recognition tells tables by their header
     * @param partBytes how large a part may grow before it is cut at the next record
     */
    FileCheck(HeaderRecognition recognition, long partBytes) {
        this.recognition = recognition;
        this.partBytes = partBytes;
    }

    /**
     * Checks one file.
     *
     * @param look the file
     * @param path its name in findings, relative to the inbox
     */
    CheckedFile check(FileLook look, String path) {
        Reading reading = new Reading(path);
        String sha256 = "";
        try (InputStream in = Files.newInputStream(look.path())) {
            MessageDigest digest = Sha256.digest();
            int length;
            while ((length = in.readNBytes(block, 0, BLOCK)) > 0) {
                digest.update(block, 0, length);
                reading.next(length);
            }
            reading.finish();
            sha256 = HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            reading.find(0, FileRule.FILE_UNREADABLE, Unreadable.why(look.path(), e), "a readable file");
        }
        return new CheckedFile(
                look, sha256, reading.lines(), reading.table, reading.parts(), List.copyOf(reading.findings));
    }

    /** One file on its way through. After the first error only its hash matters. */
    private final class Reading {
        private final String path;
        private final List<FileFinding> findings = new ArrayList<>();
        private final ByteCheck bytes = new ByteCheck();
        private Optional<Recognition.Recognised> table = Optional.empty();
        private Optional<RecordScan> scan = Optional.empty();

        Reading(String path) {
            this.path = path;
        }

        void next(int length) {
            if (isBad()) {
                return;
            }
            RecordScan records = scan.orElse(null);
            if (records == null) {
                if (isUtf16(length)) {
                    find(1, FileRule.FILE_NOT_UTF8, "UTF-16 (its byte-order mark)", "UTF-8: save as CSV UTF-8");
                    return;
                }
                Optional<String> other = NotText.whatBegins(block, length);
                if (other.isPresent()) {
                    find(0, FileRule.FILE_NOT_TEXT, other.get(), "a table as text");
                    return;
                }
                records = new RecordScan(partBytes, header(length));
                scan = Optional.of(records);
            }
            int bad = bytes.firstBad(block, length);
            records.next(block, bad == ByteCheck.FINE ? length : bad);
            if (bad != ByteCheck.FINE) {
                findings.removeIf(FileFinding::isError);
                badByte(records.lines() + 1, bytes.badByte());
            } else if (records.longestRecord() > LONGEST_RECORD) {
                tooLong(records);
            }
        }

        void finish() {
            if (scan.isEmpty()) {
                if (!isBad()) {
                    find(0, FileRule.FILE_EMPTY, "an empty file", "a header and rows");
                }
                return;
            }
            RecordScan records = scan.get();
            records.finish();
            if (isBad()) {
                return;
            }
            if (bytes.isCutOff()) {
                find(records.lines(), FileRule.FILE_NOT_UTF8, "a character cut off at the end", "complete UTF-8");
            } else if (records.isInsideQuotes()) {
                unterminated(records);
            } else if (table.isPresent() && records.parts().isEmpty()) {
                find(0, FileRule.FILE_EMPTY, "a header and no rows", "a header and rows");
            }
        }

        /** Recognises the table from the first block; returns how many records to leave out. */
        private int header(int length) {
            String text = new String(block, 0, length, StandardCharsets.UTF_8);
            Result result = HeaderSearch.in(text.startsWith("\ufeff") ? text.substring(1) : text);
            if (result instanceof Result.Found header) {
                recognise(header);
                return header.records();
            } else if (result instanceof Result.OtherSeparator other) {
                find(other.line(), FileRule.FILE_WRONG_SEPARATOR, "another separator", "cells separated by commas");
            } else if (result instanceof Result.Blank) {
                find(0, FileRule.FILE_EMPTY, "blank lines only", "a header and rows");
            } else {
                find(1, FileRule.FILE_UNKNOWN_TABLE, "no row with two cells or more", "a heading row");
            }
            return Integer.MAX_VALUE;
        }

        private void recognise(Result.Found header) {
            Recognition answer = recognition.recognise(header.cells());
            if (answer instanceof Recognition.Recognised known && known.entity().equals(Recognition.NO_ENTITY)) {
                find(
                        header.line(),
                        FileRule.FILE_NOT_LOADED,
                        "the table " + known.layout(),
                        "nothing: it is passed over");
            } else if (answer instanceof Recognition.Recognised known) {
                table = Optional.of(known);
                if (!known.ignoredColumns().isEmpty()) {
                    String names = String.join(", ", known.ignoredColumns());
                    find(header.line(), FileRule.COLUMN_IGNORED, shortened(names), "the columns of " + known.layout());
                }
            } else if (answer instanceof Recognition.Ambiguous several) {
                String names = String.join(" and ", several.layouts());
                find(
                        header.line(),
                        FileRule.FILE_HEADER_AMBIGUOUS,
                        "headings that fit " + names,
                        "headings of one table");
            } else if (answer instanceof Recognition.HeaderTwice twice) {
                String names = String.join(" and ", twice.headers());
                find(
                        header.line(),
                        FileRule.FILE_HEADER_TWICE,
                        names,
                        "one of them, for one column of " + twice.layout());
            } else if (answer instanceof Recognition.Unknown unknown) {
                // The row may be data: nothing of it is shown.
                String expected = unknown.nearestLayout().isEmpty()
                        ? "the headings of a layout"
                        : "for " + unknown.nearestLayout() + " also " + String.join(", ", unknown.missingHeaders());
                String found = header.cells().size() + " cells that are no known heading row";
                find(header.line(), FileRule.FILE_UNKNOWN_TABLE, found, expected);
            }
        }

        private void tooLong(RecordScan records) {
            if (records.isInsideQuotes() && records.openRecord() > LONGEST_RECORD) {
                unterminated(records);
            } else {
                find(records.longestLine(), FileRule.FILE_RECORD_TOO_LONG, "a row of more than 1 MB", "a row");
            }
        }

        private void unterminated(RecordScan records) {
            find(
                    records.quoteLine(),
                    FileRule.FILE_UNTERMINATED_QUOTE,
                    "a quotation mark never closed",
                    "a closing mark");
        }

        private void badByte(long line, byte value) {
            String hex = HexFormat.of().withUpperCase().toHexDigits(value);
            if (value == 0) {
                find(line, FileRule.FILE_NUL_BYTES, "byte 00", "text in UTF-8: save as CSV UTF-8");
            } else {
                String letter = new String(new byte[] {value}, WINDOWS);
                String found = "byte " + hex + " (in Windows-1252: " + letter + ")";
                find(line, FileRule.FILE_NOT_UTF8, found, "UTF-8: save as CSV UTF-8");
            }
        }

        private boolean isUtf16(int length) {
            int first = length < 2 ? 0 : (block[0] & 0xff) << 8 | block[1] & 0xff;
            return first == 0xfffe || first == 0xfeff;
        }

        private boolean isBad() {
            return findings.stream().anyMatch(FileFinding::isError);
        }

        private void find(long line, FileRule rule, String found, String expected) {
            findings.add(new FileFinding(path, line, rule, found, expected));
        }

        private long lines() {
            return scan.map(RecordScan::lines).orElse(0L);
        }

        private List<Part> parts() {
            return scan.map(records -> List.copyOf(records.parts())).orElse(List.of());
        }

        private static String shortened(String text) {
            return text.length() > 200 ? text.substring(0, 199) + "…" : text;
        }
    }
}
