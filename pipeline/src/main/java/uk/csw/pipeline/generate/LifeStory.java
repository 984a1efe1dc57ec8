package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Tells a child's life from the outline of the periods of care. */
final class LifeStory {
    private final GeneratedAuthority authority;
    private final Practice practice;
    private final Recorder recorder;
    private final CarePath carePath;
    private final int caseload;

    LifeStory(GeneratedAuthority authority, Practice practice, Recorder recorder, int caseload) {
        this.authority = authority;
        this.practice = practice;
        this.recorder = recorder;
        this.carePath = new CarePath(recorder);
        this.caseload = caseload;
    }

    Life of(Child child, List<Stay> stays) {
        Chance chance = Chance.of(child.key(), 11);
        Homes homes = new Homes(authority);
        String home = Postcodes.home(chance, authority.code());
        double pace = practice.moves() * pace(chance);
        List<PeriodOfCare> periods = new ArrayList<>();
        List<Review> reviews = new ArrayList<>();
        List<MissingSpell> missing = new ArrayList<>();
        List<WorkerSpell> workers = new ArrayList<>();
        for (Stay stay : stays) {
            periods.add(carePath.of(child, stay, homes, home, pace, chance));
            reviews.addAll(Review.of(child, stay, practice.reviewOnTime(), recorder, chance));
            missing.addAll(MissingSpell.of(child, stay, practice.runningAway(), recorder, chance));
            workers.addAll(WorkerSpell.of(stay, caseload, practice.workerChanges(), recorder, chance));
        }
        List<Leaver> leavers = AfterCare.of(child, stays, practice);
        return new Life(
                child,
                periods,
                reviews,
                missing,
                workers,
                leavers,
                withdrawal(stays.get(0).start(), chance));
    }

    /** Most children settle; a few move again and again. */
    private static double pace(Chance chance) {
        double draw = chance.share();
        return draw < 0.60 ? 0.25 : draw < 0.85 ? 0.9 : 3.4;
    }

    private YearMonth withdrawal(LocalDate start, Chance chance) {
        return recorder.isMistaken(chance) ? recorder.later(chance, YearMonth.from(start), start) : Recording.NEVER;
    }
}
