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
    /** Apart, because both returns have a file of reviews. */
    private static final String CENSUS_FOLDER = "cin-census";

    private final GeneratedAuthority authority;
    private final GeneratorOptions options;
    private final Lives lives;

    AuthorityReturns(GeneratedAuthority authority, GeneratorOptions options) {
        this.authority = authority;
        this.options = options;
        this.lives = new Lives(authority, options);
    }

    List<WrittenFile> write(Path inbox) throws IOException {
        List<Life> lookedAfter = lives.all();
        List<ReferredChild> referred = options.census() == CensusReturns.NEVER
                ? List.of()
                : new Referrals(authority, options).all(lookedAfter, lives.practice());
        List<WrittenFile> written = new ArrayList<>();
        for (YearMonth month : options.deliveries()) {
            Path folder = inbox.resolve(Integer.toString(authority.code())).resolve(month.toString());
            Position position = new Position(month);
            written.addAll(deliver(
                    Ssda903.tables(),
                    lookedAfter.stream()
                            .map(life -> new KnownLife(life, position, lives.practice()))
                            .filter(KnownLife::isDelivered),
                    position,
                    folder));
            if (options.hasCensus(month)) {
                written.addAll(deliver(
                        CinCensus.tables(position.financialYear()),
                        referred.stream()
                                .map(child -> new KnownCases(child, position))
                                .filter(KnownCases::isDelivered),
                        position,
                        folder.resolve(CENSUS_FOLDER)));
            }
        }
        return written;
    }

    private <K> List<WrittenFile> deliver(List<Table<K>> tables, Stream<K> children, Position position, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Map<Table<K>, FileMess> planned = planned(tables, position);
        refuseOtherFiles(folder, planned.values());
        List<TableFile<K>> files = new ArrayList<>();
        try {
            for (Map.Entry<Table<K>, FileMess> plan : planned.entrySet()) {
                files.add(new TableFile<>(folder, plan.getKey(), rowMess(plan.getKey(), position), plan.getValue()));
            }
            children.forEach(child -> files.forEach(file -> file.write(child)));
        } finally {
            for (TableFile<K> file : files) {
                file.close();
            }
        }
        return files.stream()
                .map(file -> file.account(authority.code(), position.month()))
                .toList();
    }

    private <K> Map<Table<K>, FileMess> planned(List<Table<K>> tables, Position position) {
        Map<Table<K>, FileMess> planned = new LinkedHashMap<>();
        boolean numericIds = lives.practice().hasNumericIds();
        for (Table<K> table : tables) {
            if (table.firstYear() <= position.financialYear()) {
                planned.put(
                        table,
                        new FileMess(table, options.mess(), numericIds, options.seed(), authority.code(), position));
            }
        }
        return planned;
    }

    private RowMess rowMess(Table<?> table, Position position) {
        return new RowMess(table, options.mess(), options.seed(), authority.code(), position.financialYear());
    }

    /** A file left by someone else would be read as part of the delivery, and a real one must never be overwritten. */
    private void refuseOtherFiles(Path folder, Collection<FileMess> planned) throws IOException {
        Set<String> ours = planned.stream().map(FileMess::fileName).collect(Collectors.toSet());
        if (options.census() != CensusReturns.NEVER) {
            ours.add(CENSUS_FOLDER);
        }
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
