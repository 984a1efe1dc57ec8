package uk.csw.pipeline.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the deliveries of one authority, one table beside the other, child by child. */
final class AuthorityReturns {
    private final Authority authority;
    private final GeneratorOptions options;
    private final Lives lives;

    AuthorityReturns(Authority authority, GeneratorOptions options) {
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
        Map<Table, TableFile> files = new LinkedHashMap<>();
        try {
            for (Table table : Ssda903.tables()) {
                if (table.firstYear() <= position.financialYear()) {
                    files.put(table, open(folder, table, position));
                }
            }
            for (Life life : all) {
                KnownLife known = new KnownLife(life, position, lives.practice());
                if (known.isDelivered()) {
                    files.forEach((table, file) -> table.rows().write(known, file));
                }
            }
        } finally {
            for (TableFile file : files.values()) {
                file.close();
            }
        }
        return files.values().stream()
                .map(file -> file.account(authority.code(), position.month()))
                .toList();
    }

    private TableFile open(Path folder, Table table, Position position) throws IOException {
        MessShares mess = options.mess();
        RowMess rows = new RowMess(table, mess, options.seed(), authority.code(), position.financialYear());
        boolean numericIds = lives.practice().hasNumericIds();
        FileMess file = new FileMess(table, mess, numericIds, options.seed(), authority.code(), position);
        return new TableFile(folder, table, rows, file);
    }
}
