package uk.csw.pipeline.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of targets that a test writes, row by row as {@code column=value}. */
final class TargetCsv {
    private static final List<String> COLUMNS = Arrays.asList(
            ("kpi_code,authority_code,basis,valid_from,valid_to,rule_type,target,range_low,range_high,tol_below,tol_above,"
                            + "tol_kind,tolerance_colour,improve_test,comparator,min_denominator,profile,reason,approved_by")
                    .split(","));

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    TargetCsv(Path folder) {
        this.folder = folder;
        lines.add(String.join(",", COLUMNS));
    }

    /** A rule that began in April 2010 unless the cells say otherwise. */
    TargetCsv rule(String kpi, String... cells) {
        Map<String, String> values = new HashMap<>(Map.of(
                "kpi_code", kpi, "valid_from", "2010-04-01", "reason", "agreed", "approved_by", "the committee"));
        for (String cell : cells) {
            int equals = cell.indexOf('=');
            values.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        lines.add(
                COLUMNS.stream().map(column -> values.getOrDefault(column, "")).collect(Collectors.joining(",")));
        return this;
    }

    /** Forgets the rules. */
    TargetCsv clear() {
        lines.subList(1, lines.size()).clear();
        return this;
    }

    void write() {
        try {
            Files.createDirectories(folder.resolve("targets"));
            Files.write(folder.resolve("targets/test.csv"), lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
