package uk.csw.pipeline.generate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the deliveries of one authority, one table beside the other, child by child. */
final class AuthorityReturns {
    private final GeneratedAuthority authority;
    private final GeneratorOptions options;
    private final Lives lives;

    AuthorityReturns(GeneratedAuthority authority, GeneratorOptions options) {
        this.authority = authority;
        this.options = options;
        this.lives = new Lives(authority, options);
    }

    List<WrittenFile> write(Path inbox) throws IOException {
        List<Life> all = lives.all();
        List<WrittenFile> written = new ArrayList<>();
        for (YearMonth month : options.deliveries()) {
            Path folder = inbox.resolve(Integer.toString(authority.code())).resolve(month.toString());
            written.addAll(deliver(all, new Position(month), folder));
        }
        return written;
    }

    private List<WrittenFile> deliver(List<Life> all, Position position, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Table, FileMess> planned = planned(position);
        refuseOtherFiles(folder, planned.values());
        List<TableFile> files = new ArrayList<>();
        try {
            for (Map.Entry<Table, FileMess> plan : planned.entrySet()) {
                files.add(new TableFile(folder, plan.getKey(), rowMess(plan.getKey(), position), plan.getValue()));
            }
            for (Life life : all) {
                KnownLife known = new KnownLife(life, position, lives.practice());
                if (known.isDelivered()) {
                    files.forEach(file -> file.write(known));
                }
            }
        } finally {
            for (TableFile file : files) {
                file.close();
            }
        }
        return files.stream()
                .map(file -> file.account(authority.code(), position.month()))
                .toList();
    }

    private Map<Table, FileMess> planned(Position position) {
        Map<Table, FileMess> planned = new LinkedHashMap<>();
        boolean numericIds = lives.practice().hasNumericIds();
        for (Table table : Ssda903.tables()) {
            if (table.firstYear() <= position.financialYear()) {
                planned.put(
                        table,
                        new FileMess(table, options.mess(), numericIds, options.seed(), authority.code(), position));
            }
        }
        return planned;
    }

    private RowMess rowMess(Table table, Position position) {
        return new RowMess(table, options.mess(), options.seed(), authority.code(), position.financialYear());
    }

    /** A file left by someone else would be read as part of the delivery, and a real one must never be overwritten. */
    private static void refuseOtherFiles(Path folder, Collection<FileMess> planned) throws IOException {
        Set<String> ours = planned.stream().map(FileMess::fileName).collect(Collectors.toSet());
        try (Stream<Path> present = Files.list(folder)) {
            Optional<Path> other = present.filter(
                            path -> !ours.contains(path.getFileName().toString()))
                    .findFirst();
            if (other.isPresent()) {
                throw new FileAlreadyExistsException(
                        other.get().toString(),
                        null,
                        "is not one of the files to be generated; expected an inbox without it, so choose another inbox");
            }
        }
    }
}
