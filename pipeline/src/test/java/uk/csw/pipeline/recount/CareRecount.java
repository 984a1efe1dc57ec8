package uk.csw.pipeline.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.csw.pipeline.recount.StandingRows.Standing;

/** The figures of children looked after, of those who came into care and of those who left it. */
final class CareRecount {
    private static final LocalDate SUPPORTED_ACCOMMODATION_FROM = LocalDate.of(2024, 4, 1);

    private final Returns returns;
    private final CareHistory care;
    private final Figures figures;

    CareRecount(Returns returns, CareHistory care, Figures figures) {
        this.returns = returns;
        this.care = care;
        this.figures = figures;
    }

    void count() {
        cameAndLeft();
        positions();
        settled();
    }

    private void cameAndLeft() {
        List<Occasion> came = new ArrayList<>();
        List<CareEpisode> left = new ArrayList<>();
        for (CareEpisode episode : care.lookedAfter()) {
            if (episode.startsCare()) {
                came.add(new Occasion(episode.child(), episode.start(), true));
            }
            if (episode.endsCare()) {
                left.add(episode);
            }
        }
        figures.flowOfChildren(Rule.rate("CLA_START_RATE", 0), came);
        figures.flowOfChildren(Rule.rate("CLA_CEASE_RATE", 0), left(left, ".*"));
        figures.flowOfChildren(
                Rule.share("PERM_CEASED_PCT", 1, "quarter", "ytd", "r12", "annual"),
                left(left, "E11|E12|E45|E46|E47|E48"));
        figures.flowOfChildren(
                Rule.share("PERM_CAO_PCT", 1, "quarter", "ytd", "r12", "annual"),
                left(left, "E11|E12|E41|E45|E46|E47|E48"));
        figures.flowOfChildren(Rule.share("ADOPT_PCT", 0, "ytd", "r12", "annual"), left(left, "E11|E12"));
        figures.flowOfChildren(Rule.share("SGO_PCT", 0, "ytd", "r12", "annual"), left(left, "E45|E46|E47|E48"));
    }

    private static List<Occasion> left(List<CareEpisode> episodes, String reasons) {
        return episodes.stream()
                .map(one -> new Occasion(one.child(), one.end(), one.reason().matches(reasons)))
                .toList();
    }

    private void positions() {
        Map<String, LocalDate> asylumUntil = asylumUntil();
        figures.stock(Rule.rateOfStock("CLA_RATE", 0), end -> care.on(end, one -> true));
        figures.stock(
                Rule.shareOfStock("UASC_PCT", 0),
                end -> care.on(
                        end,
                        one -> asylumUntil
                                .getOrDefault(one.child(), LocalDate.MIN)
                                .isAfter(end)));
        figures.stock(Rule.shareOfStock("CLA_FOSTER_PCT", 0), end -> care.on(end, CareEpisode::isFoster));
        figures.stock(
                Rule.shareOfStock("CLA_OWN_FOSTER_PCT", 0),
                end -> care.on(end, one -> one.isFoster() && one.provider().equals("PR1")));
        figures.stock(Rule.shareOfStock("CLA_RESID_PCT", 0), end -> care.on(end, one -> isResidential(one, end)));
    }

    private static boolean isResidential(CareEpisode episode, LocalDate end) {
        boolean isHostel = episode.place().equals("H5") && end.isBefore(SUPPORTED_ACCOMMODATION_FROM);
        return isHostel || episode.place().matches("K1|K2|R1|S1");
    }

    /** When the status ceases, or far away. */
    private Map<String, LocalDate> asylumUntil() {
        Map<String, LocalDate> until = new HashMap<>();
        for (Standing row : returns.all(Table.ASYLUM_SEEKERS)) {
            until.put(row.child(), row.row().date("DUC").orElse(LocalDate.MAX));
        }
        return until;
    }

    private void settled() {
        figures.stock(
                Rule.shareOfStock("CLA_3PLUS_PCT", 0).lookingBack(12),
                end -> care.on(end, one -> homesInYear(one.child(), end) >= 3));
        figures.stock(
                Rule.shareOfStock("CLA_STAB_2Y_PCT", 0).lookingBack(30),
                end -> care.lasting(30, end).stream()
                        .filter(period -> isUnder16(period.child(), end))
                        .map(period -> new Occasion(period.child(), end, isSettled(period, end)))
                        .toList());
    }

    private boolean isUnder16(String child, LocalDate day) {
        int age = returns.age(child, day);
        return age >= 0 && age < 16;
    }

    private long homesInYear(String child, LocalDate end) {
        LocalDate first = end.withDayOfMonth(1).minusMonths(11);
        return care.periods().getOrDefault(child, List.of()).stream()
                .flatMap(period -> period.homes().stream())
                .filter(home -> home.isWithin(first, end))
                .count();
    }

    /** In one home for two years, or for adoption there and in the home before. */
    private static boolean isSettled(PeriodOfCare period, LocalDate end) {
        List<Home> homes = new PeriodOfCare(period.episodes().stream()
                        .filter(one -> !one.start().isAfter(end))
                        .toList())
                .homes();
        LocalDate twoYearsAgo = end.minusMonths(24);
        int newest = homes.size() - 1;
        if (newest < 0) {
            return false;
        }
        boolean isForAdoption = homes.get(newest).last().isForAdoption();
        return !homes.get(newest).start().isAfter(twoYearsAgo)
                || isForAdoption && newest > 0 && !homes.get(newest - 1).start().isAfter(twoYearsAgo);
    }
}
