package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The children of one authority whose lives touch the delivered years. */
final class Lives {
    /** Nobody is looked after for longer, so that from here on the stock is in balance. */
    private static final int WARM_UP_YEARS = 18;

    /** First periods of care a year for each child looked after: 26 starts to 67, less the few who come back. */
    private static final double FIRST_STARTS_PER_LOOKED_AFTER = 26.0 / 67.0 * 0.95;

    /** England 2025: 34,450 ceased and 32,270 started, so that the 81,770 looked after get fewer by about 3% a year. */
    private static final double FEWER_EACH_YEAR = 0.03;

    private static final YearMonth LEVEL_MONTH = YearMonth.of(2024, 10);

    private final GeneratedAuthority authority;
    private final GeneratorOptions options;
    private final Practice practice;

    Lives(GeneratedAuthority authority, GeneratorOptions options) {
        this.authority = authority;
        this.options = options;
        this.practice = Practice.of(authority, options.seed());
    }

    Practice practice() {
        return practice;
    }

    /** In the order they first started to be looked after. */
    List<Life> all() {
        YearMonth horizon = YearMonth.from(options.coveredFrom()).minusYears(WARM_UP_YEARS);
        Children children = new Children(authority, practice, options.seed());
        double caseload = practice.lookedAfterPer10k() * authority.children() / 10_000 * options.size();
        Recorder recorder = new Recorder(options.recording());
        LifeStory story = new LifeStory(authority, practice, recorder, (int) caseload);
        List<Life> lives = new ArrayList<>();
        for (YearMonth month = horizon; !month.isAfter(options.last()); month = month.plusMonths(1)) {
            Chance chance = Chance.of(options.seed(), authority.code(), 3, month.getYear(), month.getMonthValue());
            int starts = chance.count(caseload * FIRST_STARTS_PER_LOOKED_AFTER / 12 * trend(month));
            for (int i = 0; i < starts; i++) {
                LocalDate start = month.atDay(chance.between(1, month.lengthOfMonth()));
                Child child = children.startingOn(start);
                List<Stay> stays = Stay.of(child, start, Chance.of(child.key(), 10));
                if (matters(child, stays)) {
                    lives.add(story.of(child, stays));
                }
            }
        }
        return lives;
    }

    /** Whether the child is looked after, or a care leaver of up to 21, in the delivered years. */
    private boolean matters(Child child, List<Stay> stays) {
        LocalDate from = options.coveredFrom();
        LocalDate last = stays.get(stays.size() - 1).end();
        boolean mayBeLeaver =
                last.isAfter(child.birthday(16)) && !child.birthday(21).isBefore(from);
        return !last.isBefore(from) || mayBeLeaver;
    }

    private static double trend(YearMonth month) {
        int months =
                (LEVEL_MONTH.getYear() - month.getYear()) * 12 + LEVEL_MONTH.getMonthValue() - month.getMonthValue();
        double years = Math.max(-2, Math.min(4, months / 12.0));
        return 1 + FEWER_EACH_YEAR * years;
    }
}
