package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The referred children of one authority whose cases touch the delivered years: the looked after, then the others. */
final class Referrals {
    /** By then those who come back, and those long on a plan, are as many as they will ever be. */
    private static final int WARM_UP_YEARS = 4;

    private static final int DAYS_UNTIL_BACK = 180;
    private static final CodeMix DISABILITY = CodeMix.of("NONE 87, LD 3, AUT 4, BEH 2, MOB 1, COMM 2, DDA 1");
    /** Care that begins so soon after care ended belongs to the same case. */
    private static final int SAME_CASE_DAYS = 90;

    private final GeneratedAuthority authority;
    private final GeneratorOptions options;
    private final FrontDoor frontDoor;
    private final CaseStory story;

    Referrals(GeneratedAuthority authority, GeneratorOptions options) {
        this.authority = authority;
        this.options = options;
        this.frontDoor = FrontDoor.of(authority, options.seed());
        this.story = new CaseStory(frontDoor, new Recorder(options.recording()));
    }

    /** The children of {@code lives}, then those never looked after in the order they were first referred. */
    List<ReferredChild> all(List<Life> lives, Practice practice) {
        List<ReferredChild> all = new ArrayList<>();
        for (Life life : lives) {
            add(all, lookedAfter(life));
        }
        Children children = Children.neverLookedAfter(authority, practice, options.seed());
        YearMonth horizon = YearMonth.from(options.coveredFrom()).minusYears(WARM_UP_YEARS);
        double yearly = frontDoor.firstReferrals() * authority.children() / 10_000 * options.size();
        for (YearMonth month = horizon; !month.isAfter(options.last()); month = month.plusMonths(1)) {
            Chance chance = Chance.of(options.seed(), authority.code(), 52, month.getYear(), month.getMonthValue());
            int referrals = chance.count(yearly * ReferralSeason.share(month.getMonth()));
            for (int i = 0; i < referrals; i++) {
                LocalDate day = month.atDay(chance.between(1, month.lengthOfMonth()));
                add(all, neverLookedAfter(children.referredOn(day), day));
            }
        }
        return all;
    }

    private void add(List<ReferredChild> all, ReferredChild child) {
        List<Case> cases = child.cases().stream()
                .filter(some -> !some.over().isBefore(options.coveredFrom())
                        && !some.referred().isAfter(options.last().atEndOfMonth()))
                .toList();
        if (!cases.isEmpty()) {
            all.add(new ReferredChild(child.child(), child.disability(), cases, child.withdrawnIn()));
        }
    }

    private ReferredChild neverLookedAfter(Child child, LocalDate referred) {
        Chance chance = Chance.of(child.key(), 53);
        List<Case> cases = new ArrayList<>();
        int plans = story.earlierPlans(chance);
        LocalDate next = referred;
        while (next.isBefore(child.birthday(18).minusDays(30))
                && !next.isAfter(options.last().atEndOfMonth())) {
            Case one = story.of(child, next, plans, chance);
            cases.add(one);
            plans += (int) one.plans().stream()
                    .filter(plan -> plan.protection().isPresent())
                    .count();
            if (!chance.happens(frontDoor.comesBack())) {
                break;
            }
            next = one.over().plusDays(6 + chance.daysUntil(365.25 / DAYS_UNTIL_BACK));
        }
        return new ReferredChild(child, DISABILITY.pick(chance), cases, Recording.NEVER);
    }

    private ReferredChild lookedAfter(Life life) {
        Child child = life.child();
        Chance chance = Chance.of(child.key(), 54);
        List<Case> cases = new ArrayList<>();
        List<PeriodOfCare> together = new ArrayList<>();
        for (PeriodOfCare period : life.periods()) {
            if (!together.isEmpty()) {
                LocalDate ended = together.get(together.size() - 1).stay().end();
                if (period.stay().start().isAfter(ended.plusDays(SAME_CASE_DAYS))) {
                    cases.add(leadingToCare(child, together, chance));
                    together.clear();
                }
            }
            together.add(period);
        }
        cases.add(leadingToCare(child, together, chance));
        return new ReferredChild(child, DISABILITY.pick(chance), cases, life.withdrawnIn());
    }

    private Case leadingToCare(Child child, List<PeriodOfCare> periods, Chance chance) {
        LocalDate start = periods.get(0).stay().start();
        int days = child.isAsylumSeeker() ? 0 : chance.happens(0.3) ? chance.below(5) : chance.between(5, 80);
        return story.leadingToCare(child, List.copyOf(periods), start.minusDays(days), chance);
    }
}
