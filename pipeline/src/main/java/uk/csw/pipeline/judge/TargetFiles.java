package uk.csw.pipeline.judge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.kpi.KpiDefinition;
import uk.csw.pipeline.kpi.NeighbourRule;
import uk.csw.pipeline.kpi.Polarity;
import uk.csw.pipeline.kpi.Unit;
import uk.csw.pipeline.reference.Authorities;
import uk.csw.pipeline.reference.Authority;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** Reads {@code targets/*.csv} and finds every fault in them. */
final class TargetFiles {
    private static final Pattern NOT_BLANK = Pattern.compile(".*\\S.*");
    private static final LocalDate STANDING = LocalDate.of(9999, 12, 31);
    private static final List<String> RULE_COLUMNS =
            List.of("target", "range_low", "range_high", "tol_below", "tol_above", "comparator", "profile");
    private static final List<String> COLUMNS = List.of(
            "kpi_code",
            "authority_code",
            "basis",
            "valid_from",
            "valid_to",
            "rule_type",
            "target",
            "range_low",
            "range_high",
            "tol_below",
            "tol_above",
            "tol_kind",
            "tolerance_colour",
            "improve_test",
            "comparator",
            "min_denominator",
            "profile",
            "reason",
            "approved_by");

    private final Path configDir;
    private final KpiCatalogue catalogue;
    private final Set<String> authorities;
    private final List<Problem> problems;

    TargetFiles(Path configDir, KpiCatalogue catalogue, Authorities authorities, List<Problem> problems) {
        this.configDir = configDir;
        this.catalogue = catalogue;
        this.authorities = authorities.all().stream().map(Authority::code).collect(Collectors.toSet());
        this.problems = problems;
    }

    List<Target> read() {
        List<Target> targets = new ArrayList<>();
        for (CsvRow row : CsvTable.readFolder(configDir, "targets", COLUMNS, problems)) {
            target(row).ifPresent(target -> {
                targets.stream()
                        .filter(target::isInTheWayOf)
                        .findFirst()
                        .ifPresent(other -> row.problem(
                                "a rule for " + target.kpiCode() + " from " + target.validFrom() + " to "
                                        + target.validTo(),
                                "no other on the same days: one holds from " + other.validFrom() + " to "
                                        + other.validTo(),
                                "end the earlier one the day before this one begins"));
                targets.add(target);
            });
        }
        return targets;
    }

    private Optional<Target> target(CsvRow row) {
        int before = problems.size();
        TargetRow cells = new TargetRow(row);
        RuleType rule = RuleType.valueOf(cells.word("rule_type", words(RuleType.values())));
        checkCells(cells, rule);
        String code = row.text("kpi_code");
        Optional<KpiDefinition> kpi = catalogue.find(code);
        if (kpi.isEmpty()) {
            row.problem("KPI " + code, "the code of a file in kpis/", "correct the code");
        }
        String authority = row.optional("authority_code").orElse("");
        if (!authority.isEmpty() && !authorities.contains(authority)) {
            row.problem("authority " + authority, "a code in reference/authorities.csv, or nothing for all", "");
        }
        LocalDate from = row.date("valid_from");
        LocalDate to = row.date("valid_to", STANDING);
        if (to.isBefore(from)) {
            row.problem("valid_to before valid_from", "a span of time", "correct the dates");
        }
        List<BigDecimal> low = cells.number("range_low");
        List<BigDecimal> high = cells.number("range_high");
        if (!low.isEmpty() && !high.isEmpty() && low.get(0).compareTo(high.get(0)) > 0) {
            row.problem("range_low above range_high", "the lower end first", "swap the cells");
        }
        String minimum = row.optional("min_denominator")
                .map(text -> Integer.toString(row.integer("min_denominator", 0, 1_000_000)))
                .orElse("");
        String comparator = row.optional("comparator").orElse("");
        List<String> bases = kpi.map(known -> bases(row, rule, known)).orElse(List.of());
        if (rule == RuleType.COMPARATOR) {
            kpi.ifPresent(known -> checkComparator(row, known, comparator));
        }
        Target target = new Target(
                code,
                authority,
                row.optional("basis").orElse(""),
                bases,
                from,
                to,
                rule,
                cells.number("target"),
                low,
                high,
                cells.amount("tol_below"),
                cells.amount("tol_above"),
                cells.word("tol_kind", List.of("ABS", "REL")).equals("REL"),
                cells.word("tolerance_colour", List.of("AMBER", "GREEN")),
                cells.word("improve_test", List.of("false", "true")).equals("true"),
                comparator.startsWith("sn_") ? "statistical_neighbours" : comparator,
                minimum,
                rule == RuleType.PROFILED_TARGET ? cells.profile() : List.of(),
                row.text("reason", NOT_BLANK, "why the rule is what it is"),
                row.text("approved_by", NOT_BLANK, "who decided it"));
        return problems.size() > before ? Optional.empty() : Optional.of(target);
    }

    private static void checkCells(TargetRow cells, RuleType rule) {
        Set<String> tolerances = Set.of("tol_below", "tol_above");
        switch (rule) {
            case TARGET_HIGH -> cells.needs(rule.name(), Set.of("target"), Set.of("tol_below"), RULE_COLUMNS);
            case TARGET_LOW -> cells.needs(rule.name(), Set.of("target"), Set.of("tol_above"), RULE_COLUMNS);
            case RANGE -> cells.needs(rule.name(), Set.of("range_low", "range_high"), tolerances, RULE_COLUMNS);
            case PROFILED_TARGET ->
                cells.needs(rule.name(), Set.of("target"), Set.of("tol_below", "tol_above", "profile"), RULE_COLUMNS);
            case COMPARATOR -> cells.needs(rule.name(), Set.of("comparator"), tolerances, RULE_COLUMNS);
            case NONE -> cells.needs(rule.name(), Set.of(), Set.of(), RULE_COLUMNS);
        }
    }

    /**
     * The bases a row applies to: the one it names, or those on which its number means the same: of a profiled target
     * the year to date and the year, of any other the bases that are no count of a part of a year.
     */
    private static List<String> bases(CsvRow row, RuleType rule, KpiDefinition kpi) {
        Optional<String> named = row.optional("basis");
        List<String> all =
                kpi.timing().bases().stream().map(Basis::word).sorted().toList();
        if (named.isPresent() && !all.contains(named.get())) {
            row.problem("basis " + named.get(), "one of " + String.join(", ", all), "correct the basis");
            return List.of();
        }
        List<String> bases = kpi.timing().bases().stream()
                .filter(basis -> named.map(basis.word()::equals).orElseGet(() -> isMeant(rule, kpi, basis)))
                .filter(basis -> rule != RuleType.PROFILED_TARGET || isProfiled(kpi, basis))
                .map(Basis::word)
                .sorted()
                .toList();
        if (bases.isEmpty()) {
            row.problem(
                    rule + " for " + kpi.code() + named.map(" on "::concat).orElse(""),
                    rule == RuleType.PROFILED_TARGET
                            ? "a KPI that is counted over the year to date"
                            : "a basis, as a number for a part of a year is not one for another",
                    "name the basis, or choose another rule_type");
        }
        return bases;
    }

    private static boolean isMeant(RuleType rule, KpiDefinition kpi, Basis basis) {
        return switch (rule) {
            case NONE -> true;
            case PROFILED_TARGET -> basis == Basis.YTD || basis == Basis.ANNUAL;
            case TARGET_HIGH, TARGET_LOW, RANGE, COMPARATOR ->
                !kpi.isCountOn(basis)
                        || (kpi.unit() == Unit.COUNT
                                && (basis == Basis.SNAPSHOT || basis == Basis.ANNUAL || basis == Basis.R12));
        };
    }

    private static boolean isProfiled(KpiDefinition kpi, Basis basis) {
        return (kpi.isCountOn(basis) && basis != Basis.SNAPSHOT && basis != Basis.R12)
                || (kpi.isCountOn(Basis.YTD) && kpi.unit() == Unit.COUNT && basis == Basis.ANNUAL);
    }

    private static void checkComparator(CsvRow row, KpiDefinition kpi, String comparator) {
        Optional<String> average = kpi.neighbours().map(NeighbourRule::method).map(method -> "sn_" + method.word());
        List<String> known = Stream.concat(average.stream(), Stream.of("region", "england", "top_quartile"))
                .toList();
        if (!known.contains(comparator)) {
            row.problem(
                    "comparator " + comparator,
                    "one of " + String.join(", ", known) + ": what " + kpi.code() + " is compared with",
                    "correct the comparator");
        }
        if (kpi.polarity() != Polarity.HIGHER && kpi.polarity() != Polarity.LOWER) {
            row.problem(
                    "a COMPARATOR for " + kpi.code() + ", of which neither more nor less is better",
                    "a KPI whose polarity is higher or lower",
                    "use RANGE or NONE");
        }
    }

    private static List<String> words(RuleType... rules) {
        return Arrays.stream(rules).map(RuleType::name).toList();
    }
}
