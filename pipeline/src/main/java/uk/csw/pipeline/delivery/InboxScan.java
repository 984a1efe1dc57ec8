package uk.csw.pipeline.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists the deliveries of an inbox, {@code <authority code>/<yyyy-mm>/**}; whatever else lies there is a finding. */
final class InboxScan {
    private static final Pattern AUTHORITY = Pattern.compile("\\d{3}");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}");

    private final Path inbox;
    private final List<DeliveryFolder> folders = new ArrayList<>();
    private final List<FileFinding> findings = new ArrayList<>();

    private InboxScan(Path inbox) {
        this.inbox = inbox;
    }

    /** Looks at what {@code scope} includes, and at nothing else. */
    static InboxScan of(Path inbox, InboxScope scope) {
        InboxScan scan = new InboxScan(inbox);
        try {
            for (Path authority : scan.children(inbox)) {
                scan.authority(authority, scope);
            }
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(
                    "There is no folder " + e.getFile() + "; create it or name another inbox", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the inbox " + inbox, e);
        }
        return scan;
    }

    List<DeliveryFolder> folders() {
        return folders;
    }

    /** What belongs to no delivery. */
    List<FileFinding> findings() {
        return findings;
    }

    private void authority(Path folder, InboxScope scope) {
        String code = folder.getFileName().toString();
        if (!scope.includes(code)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            find(folder, FileRule.INBOX_STRAY, "a file", "folders named with an authority code, such as 330");
            return;
        }
        if (!AUTHORITY.matcher(code).matches()) {
            find(folder, FileRule.AUTHORITY_UNKNOWN, "a folder that is not an authority code", "three digits");
            return;
        }
        try {
            for (Path period : children(folder)) {
                period(code, period, scope);
            }
        } catch (IOException problem) {
            find(folder, FileRule.FILE_UNREADABLE, Unreadable.why(folder, problem), "a readable folder");
        }
    }

    private void period(String code, Path folder, InboxScope scope) throws IOException {
        String name = folder.getFileName().toString();
        if (!scope.includes(code, name)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            find(folder, FileRule.INBOX_STRAY, "a file", "folders named with a month, such as 2026-09");
            return;
        }
        Optional<YearMonth> period = period(name);
        if (period.isEmpty()) {
            find(folder, FileRule.PERIOD_UNREADABLE, "a folder that is not a month", "year and month, such as 2026-09");
        } else {
            DeliveryFolder delivery = FolderScan.scan(folder, code, period.get());
            if (delivery.tables().isEmpty() && !delivery.isBeingWritten()) {
                find(folder, FileRule.DELIVERY_EMPTY, delivery.ignored().size() + " other files", "CSV or text files");
                findings.addAll(delivery.findings());
            } else {
                folders.add(delivery);
            }
        }
    }

    private static Optional<YearMonth> period(String name) {
        try {
            return PERIOD.matcher(name).matches() ? Optional.of(YearMonth.parse(name)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In order of name, without what is hidden. */
    private List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(child -> FileKind.of(child.getFileName().toString()) != FileKind.HIDDEN)
                    .sorted()
                    .toList();
        }
    }

    private void find(Path place, FileRule rule, String found, String expected) {
        String path = inbox.relativize(place).toString().replace('\\', '/');
        findings.add(new FileFinding(path, 0, rule, found, expected));
    }
}
