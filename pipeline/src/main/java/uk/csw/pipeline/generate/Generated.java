package uk.csw.pipeline.generate;

import java.util.List;

/** The account of one run: every file, in the order of authorities, months and tables. */
public record Generated(List<WrittenFile> files) {
    public Generated {
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().mapToLong(WrittenFile::rows).sum();
    }

    /** Rows that cannot be loaded. */
    public long toQuarantine() {
        return files.stream().mapToLong(WrittenFile::toQuarantine).sum();
    }

    /** Rows touched by one kind of mess. */
    public long planted(Mess mess) {
        return files.stream()
                .mapToLong(file -> file.planted().getOrDefault(mess, 0))
                .sum();
    }
}
