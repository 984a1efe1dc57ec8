package uk.csw.pipeline.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A delivery after every file of it has been read.
 *
 * @param folder where it came from
 * @param files its tables, in order of name
 * @param findings what is wrong with the delivery as a whole, or between its files
 */
record CheckedDelivery(DeliveryFolder folder, List<CheckedFile> files, List<FileFinding> findings) {
    /** Adds what can only be seen with all files side by side. */
    static CheckedDelivery of(DeliveryFolder folder, List<CheckedFile> files) {
        List<FileFinding> findings = new ArrayList<>(folder.findings());
        Map<String, String> nameByHash = new HashMap<>();
        Map<String, String> nameByLayout = new HashMap<>();
        for (CheckedFile file : files) {
            String name = file.look().name();
            String path = folder.path() + "/" + name;
            String same = nameByHash.putIfAbsent(file.sha256(), name);
            if (same != null && file.table().isPresent()) {
                findings.add(new FileFinding(path, 0, FileRule.FILE_DUPLICATE, "a copy of " + same, "each file once"));
            } else if (file.table().isPresent()) {
                String layout = file.table().get().layout();
                String other = nameByLayout.putIfAbsent(layout, name);
                if (other != null) {
                    String found = layout + " here and in " + other;
                    findings.add(new FileFinding(path, 0, FileRule.FILE_SAME_TABLE, found, "one file per table"));
                }
            }
        }
        folder.ignored()
                .forEach(look -> findings.add(new FileFinding(
                        folder.path() + "/" + look.name(),
                        0,
                        FileRule.FILE_IGNORED,
                        "another kind of file",
                        "CSV or text")));
        return new CheckedDelivery(folder, List.copyOf(files), List.copyOf(findings));
    }

    /** The same with one more finding. */
    CheckedDelivery with(FileFinding finding) {
        List<FileFinding> more = new ArrayList<>(findings);
        more.add(finding);
        return new CheckedDelivery(folder, files, List.copyOf(more));
    }

    List<FileFinding> allFindings() {
        List<FileFinding> all = new ArrayList<>(findings);
        files.forEach(file -> all.addAll(file.findings()));
        return all;
    }

    boolean isRefused() {
        return allFindings().stream().anyMatch(FileFinding::isError);
    }

    /** Its identity: a hash over names and hashes of its tables. */
    String sha256() {
        return Sha256.of(files.stream()
                .sorted(Comparator.comparing(file -> file.look().name()))
                .map(file -> file.look().name() + "\n" + file.sha256() + "\n")
                .collect(Collectors.joining()));
    }

    /** Files that say what another file of the delivery says already. */
    Set<String> duplicates() {
        Set<String> names = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.rule() == FileRule.FILE_DUPLICATE)
                .forEach(finding ->
                        names.add(finding.path().substring(folder.path().length() + 1)));
        return names;
    }

    long bytes() {
        return files.stream().mapToLong(file -> file.look().bytes()).sum();
    }

    /** When its last file was written. */
    Instant receivedAt() {
        return files.stream()
                .map(file -> file.look().modified())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    int authorityKey() {
        return Integer.parseInt(folder.authorityCode());
    }

    int periodKey() {
        return folder.period().getYear() * 100 + folder.period().getMonthValue();
    }
}
