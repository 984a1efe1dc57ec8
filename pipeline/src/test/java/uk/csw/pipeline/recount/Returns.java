package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.csw.pipeline.recount.StandingRows.Spell;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** All returns of one authority, read in the order of their months, and what stands of them in the end. */
final class Returns {
    private final FinancialMonths months = new FinancialMonths();
    private final Map<Table, StandingRows> rows = new EnumMap<>(Table.class);
    private final Map<String, LocalDate> births = new HashMap<>();

    private Returns() {
        for (Table table : Table.values()) {
            rows.put(table, new StandingRows(table));
        }
    }

    /** @param authority a folder for each month, the census in a folder within it */
    static Returns read(Path authority) throws IOException {
        Returns returns = new Returns();
        for (Path month : sorted(authority)) {
            YearMonth delivered = YearMonth.parse(name(month));
            returns.months.deliver(delivered);
            for (Path file : sorted(month)) {
                if (Files.isDirectory(file)) {
                    for (Path census : sorted(file)) {
                        returns.deliver(delivered, census);
                    }
                } else {
                    returns.deliver(delivered, file);
                }
            }
        }
        return returns;
    }

    private void deliver(YearMonth month, Path path) throws IOException {
        ReturnedFile file = ReturnedFile.read(path);
        Table.of(file).ifPresent(table -> {
            rows(table).deliver(month, file);
            for (ReturnedFile.Row row : file.rows()) {
                birth(table, row);
            }
        });
    }

    /** The newest date of birth told, expected while the child is unborn. */
    private void birth(Table table, ReturnedFile.Row row) {
        switch (table) {
            case CARE_CHILDREN -> row.date("DOB").ifPresent(day -> births.put(table.child(row), day));
            case CHILDREN_IN_NEED ->
                row.date("PERSONBIRTHDATE")
                        .or(() -> row.date("EXPECTEDPERSONBIRTHDATE"))
                        .ifPresent(day -> births.put(table.child(row), day));
            default -> {}
        }
    }

    /** The months that the returns cover, whatever tables they hold. */
    FinancialMonths months() {
        return months;
    }

    FinancialMonths months(Table table) {
        return rows(table).months();
    }

    List<Standing> all(Table table) {
        return rows(table).all();
    }

    List<Spell> spells(Table table, String end) {
        return all(table).stream().map(row -> row.until(end)).toList();
    }

    /** In whole years; -1 when nobody told when the child was born. */
    int age(String child, LocalDate day) {
        LocalDate birth = births.getOrDefault(child, LocalDate.MAX);
        return birth.isAfter(day) ? -1 : Period.between(birth, day).getYears();
    }

    private StandingRows rows(Table table) {
        return rows.getOrDefault(table, new StandingRows(table));
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
