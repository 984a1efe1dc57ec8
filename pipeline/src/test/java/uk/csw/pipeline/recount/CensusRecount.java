package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import uk.csw.pipeline.recount.StandingRows.Spell;

/** The census figures of one authority, counted from its files by the words of the definitions. */
final class CensusRecount {
    private static final String CHILD = "LAchildID";

    private final Map<String, Table> tables = Map.of(
            "CINCLOSUREDATE", new Table("CINreferralDate", "CINClosureDate"),
            "ASSESSMENTAUTHORISATIONDATE", new Table("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
            "INITIALCPCTARGET", new Table("S47ActualStartDate", "DateOfInitialCPC"),
            "CINPLANENDDATE", new Table("CINPlanStartDate", "CINPlanEndDate"),
            "CPPENDDATE", new Table("CPPstartDate", "CPPendDate"));
    private final TreeSet<YearMonth> covered = new TreeSet<>();
    private final Set<LocalDate> holidays;
    private final Map<String, String> figures = new TreeMap<>();

    private CensusRecount(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    /** By KPI, month and basis: the numerator, for a share the denominator, or "not available". */
    static Map<String, String> of(Path authority, Set<LocalDate> holidays) throws IOException {
        CensusRecount recount = new CensusRecount(holidays);
        try (Stream<Path> months = Files.list(authority)) {
            for (Path month : months.sorted().toList()) {
                recount.read(YearMonth.parse(month.getFileName().toString()), month.resolve("cin-census"));
            }
        }
        recount.count();
        return recount.figures;
    }

    private void read(YearMonth month, Path folder) throws IOException {
        for (YearMonth each = StandingRows.yearStart(month); !each.isAfter(month); each = each.plusMonths(1)) {
            covered.add(each);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                ReturnedFile file = ReturnedFile.read(path);
                for (Map.Entry<String, Table> table : tables.entrySet()) {
                    if (file.headers().contains(table.getKey())) {
                        table.getValue().rows.deliver(month, file);
                    }
                }
            }
        }
    }

    private void count() {
        referrals();
        assessments();
        enquiries();
        plans();
    }

    private void referrals() {
        List<Spell> all = spells("CINCLOSUREDATE");
        Map<String, TreeSet<LocalDate>> days = new HashMap<>();
        all.forEach(one ->
                days.computeIfAbsent(one.child(), child -> new TreeSet<>()).add(one.start()));
        Predicate<Spell> isAgain = one -> {
            LocalDate before = days.getOrDefault(one.child(), new TreeSet<>()).lower(one.start());
            return before != null && !before.isBefore(one.start().minusMonths(12));
        };
        List<Spell> received = all.stream().filter(one -> !one.isImpossible()).toList();
        flow("REF_RATE", received, Spell::start, 0, one -> true, false, "month quarter ytd r12 annual");
        flow("REF_NFA_PCT", received, Spell::start, 0, one -> one.row().isTrue("ReferralNFA"), true, ALL);
        flow("REREF_12M_PCT", received, Spell::start, 12, isAgain, true, ALL);
        List<Spell> cases = received.stream()
                .filter(one -> !one.row().isTrue("ReferralNFA"))
                .toList();
        stock("CIN_RATE", end -> children(cases, one -> one.isOpenOn(end)), true);
    }

    private void assessments() {
        List<Spell> ended = spells("ASSESSMENTAUTHORISATIONDATE").stream()
                .filter(one ->
                        !one.isImpossible() && !one.isPresumed() && one.end().isBefore(LocalDate.MAX))
                .toList();
        flow("ASM_45WD_PCT", ended, Spell::end, 0, one -> workingDays(one) <= 45, true, ALL);
        flow("ASM_10WD_PCT", ended, Spell::end, 0, one -> workingDays(one) <= 10, true, ALL);
        List<Spell> begun = spells("ASSESSMENTAUTHORISATIONDATE");
        stock(
                "ASM_OPEN_N",
                end -> begun.stream().filter(one -> one.isOpenOn(end)).count(),
                false);
        stock(
                "ASM_OVERDUE_N",
                end -> begun.stream()
                        .filter(one -> one.isOpenOn(end) && workingDays(one.start(), end) > 45)
                        .count(),
                false);
    }

    private void enquiries() {
        List<Spell> possible = tables.get("INITIALCPCTARGET").rows.all().stream()
                .map(one -> new Spell(
                        one.child(),
                        one.day(),
                        one.row().date("DateOfInitialCPC").orElse(LocalDate.MAX),
                        false,
                        one.row()))
                .filter(one -> !one.isImpossible())
                .toList();
        flow("S47_RATE", possible, Spell::start, 0, one -> true, false, ALL);
        Map<String, Spell> nearest = new HashMap<>();
        for (Spell one : possible) {
            if (one.end().isBefore(LocalDate.MAX)) {
                nearest.merge(
                        one.child() + one.end(),
                        one,
                        (first, second) -> first.start().isBefore(second.start()) ? second : first);
            }
        }
        List<Spell> conferences = List.copyOf(nearest.values());
        flow("ICPC_RATE", conferences, Spell::end, 0, one -> true, false, ALL);
        flow("ICPC_15WD_PCT", conferences, Spell::end, 0, one -> workingDays(one) <= 15, true, ALL);
    }

    private void plans() {
        List<Spell> all = spells("CPPENDDATE");
        List<Spell> possible = all.stream().filter(one -> !one.isImpossible()).toList();
        Map<String, List<Spell>> ofChild = new HashMap<>();
        all.forEach(one -> ofChild.computeIfAbsent(one.child(), child -> new java.util.ArrayList<>())
                .add(one));
        Predicate<Spell> isRepeated =
                one -> !one.row().text("NumberOfPreviousCPP").matches("0*")
                        || ofChild.getOrDefault(one.child(), List.of()).stream()
                                .anyMatch(other -> other.start().isBefore(one.start()));
        Predicate<Spell> isSoon = one -> ofChild.getOrDefault(one.child(), List.of()).stream()
                .filter(other -> other.start().isBefore(one.start()) && !other.isImpossible() && !other.isPresumed())
                .anyMatch(other -> other.end().isBefore(LocalDate.MAX)
                        && !other.end().isBefore(one.start().minusMonths(24)));
        flow("CPP_START_RATE", possible, Spell::start, 0, one -> true, false, ALL);
        flow("CPP_REPEAT_EVER_PCT", possible, Spell::start, 0, isRepeated, true, ALL);
        flow("CPP_REPEAT_24M_PCT", possible, Spell::start, 24, isSoon, true, "month quarter ytd r12");
        List<Spell> over = possible.stream()
                .filter(one -> one.end().isBefore(LocalDate.MAX))
                .toList();
        flow("CPP_END_RATE", over, Spell::end, 0, one -> true, false, ALL);
        flow(
                "CPP_2Y_CEASED_PCT",
                over.stream().filter(one -> !one.isPresumed()).toList(),
                Spell::end,
                0,
                one -> isLong(one.start(), one.end()),
                true,
                "quarter ytd r12 annual");
        stock("CPP_RATE", end -> children(possible, one -> one.isOpenOn(end)), true);
        List<Spell> helped = spells("CINPLANENDDATE");
        stock("CINPLAN_RATE", end -> children(helped, one -> one.isOpenOn(end)), true);
    }

    private static final String ALL = "month quarter ytd r12 annual";

    private static boolean isLong(LocalDate first, LocalDate last) {
        return last.toEpochDay() - first.toEpochDay() + 1 > 729;
    }

    private List<Spell> spells(String table) {
        Table one = tables.get(table);
        return one.rows.all().stream().map(row -> row.until(one.end)).toList();
    }

    private interface Day {
        LocalDate of(Spell spell);
    }

    private void flow(
            String kpi, List<Spell> spells, Day day, int back, Predicate<Spell> counts, boolean isShare, String bases) {
        Map<YearMonth, long[]> ofMonth = new HashMap<>();
        for (Spell one : spells) {
            long[] sums = ofMonth.computeIfAbsent(YearMonth.from(day.of(one)), month -> new long[2]);
            sums[0] += counts.test(one) ? 1 : 0;
            sums[1]++;
        }
        for (YearMonth month : covered) {
            for (String basis : bases.split(" ", -1)) {
                if (exists(basis, month)) {
                    YearMonth first = first(basis, month);
                    long[] sums = new long[2];
                    long[] none = new long[2];
                    for (YearMonth each = first; !each.isAfter(month); each = each.plusMonths(1)) {
                        sums[0] += ofMonth.getOrDefault(each, none)[0];
                        sums[1] += ofMonth.getOrDefault(each, none)[1];
                    }
                    boolean isKnown = isCovered(first.minusMonths(back), month);
                    put(kpi, month, basis, isKnown ? sums[0] + (isShare ? " of " + sums[1] : "") : "not available");
                }
            }
        }
    }

    private void stock(String kpi, ToLongFunction<LocalDate> count, boolean isAnnual) {
        for (YearMonth month : covered) {
            String number = Long.toString(count.applyAsLong(month.atEndOfMonth()));
            put(kpi, month, "snapshot", number);
            if (isAnnual && month.getMonthValue() == 3) {
                put(kpi, month, "annual", number);
            }
        }
    }

    private void put(String kpi, YearMonth month, String basis, String figure) {
        figures.put(kpi + " " + month + " " + basis, figure);
    }

    private boolean isCovered(YearMonth first, YearMonth last) {
        for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
            if (!covered.contains(each)) {
                return false;
            }
        }
        return true;
    }

    private static long children(List<Spell> spells, Predicate<Spell> isOpen) {
        Set<String> children = new HashSet<>();
        spells.stream().filter(isOpen).forEach(one -> children.add(one.child()));
        return children.size();
    }

    private long workingDays(Spell spell) {
        return workingDays(spell.start(), spell.end());
    }

    private long workingDays(LocalDate start, LocalDate end) {
        return start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !holidays.contains(day))
                .count();
    }

    private static boolean exists(String basis, YearMonth month) {
        return switch (basis) {
            case "quarter" -> month.getMonthValue() % 3 == 0;
            case "annual" -> month.getMonthValue() == 3;
            default -> true;
        };
    }

    private static YearMonth first(String basis, YearMonth month) {
        return switch (basis) {
            case "month" -> month;
            case "quarter" -> month.minusMonths(2);
            case "ytd" -> StandingRows.yearStart(month);
            default -> month.minusMonths(11);
        };
    }

    private static final class Table {
        private final StandingRows rows;
        private final String end;

        Table(String start, String end) {
            this.rows = new StandingRows(CHILD, start);
            this.end = end;
        }
    }
}
