package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/** What a child contributes to the tables about being looked after. */
final class CareRows {
    /** Sex was 1 and 2 until the return of 2023/24, M and F from 2024/25. */
    private static final int LETTERS_FOR_SEX_FROM = 2025;

    private static final LocalDate WORKER_REASON_FROM = LocalDate.of(2023, Month.APRIL, 1);
    private static final CodeMix PREVIOUS = CodeMix.of("Z1 93, P1 2, P2 3.4, P3 1.1, P4 0.5");

    private static final Set<String> SHORT_BREAKS = Set.of("V3", "V4");
    /** Placements that Ofsted does not register. */
    private static final Set<String> WITHOUT_URN =
            Set.of("P1", "P2", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4", "Z1");

    private CareRows() {}

    static void header(KnownLife life, RowSink out) {
        if (!life.isDelivered()) {
            return;
        }
        Child child = life.child();
        LocalDate today = life.position().date();
        boolean isMother = !child.motherFrom().isAfter(today);
        out.row(
                child.id(),
                sex(life),
                Cells.date(child.birth()),
                child.ethnicity(),
                upn(life),
                child.isMale() ? "" : Cells.flag(isMother),
                isMother ? Cells.date(child.motherFrom()) : "");
    }

    static void episodes(KnownLife life, RowSink out) {
        for (Episode episode : life.episodes()) {
            boolean isShortBreak = SHORT_BREAKS.contains(episode.legalStatus());
            out.row(
                    life.child().id(),
                    Cells.date(episode.start()),
                    episode.newEpisodeReason(),
                    episode.legalStatus(),
                    episode.need(),
                    episode.placementType(),
                    episode.placementProvider(),
                    Cells.date(episode.end()),
                    episode.endReason(),
                    episode.placeChangeReason(),
                    isShortBreak ? "" : episode.homePostcode(),
                    isShortBreak ? "" : episode.placementPostcode(),
                    WITHOUT_URN.contains(episode.placementType()) ? "" : episode.urn());
        }
    }

    static void reviews(KnownLife life, RowSink out) {
        if (!life.isLookedAfterInYear()) {
            return;
        }
        for (Review review : life.life().reviews()) {
            boolean isKnown = review.recording().holdsIn(life.position().month());
            if (isKnown && life.position().inYear(review.date())) {
                Child child = life.child();
                out.row(child.id(), Cells.date(child.birth()), Cells.date(review.date()), review.participation());
            }
        }
    }

    static void asylumSeekers(KnownLife life, RowSink out) {
        Child child = life.child();
        boolean endedBefore = child.asylumEnds().isBefore(life.position().yearStart());
        if (!life.isLookedAfterInYear() || !child.isAsylumSeeker() || endedBefore) {
            return;
        }
        boolean isShown = !child.asylumEnds().isAfter(life.position().date())
                || life.practice().datesAsylumEndAhead();
        out.row(child.id(), sex(life), Cells.date(child.birth()), isShown ? Cells.date(child.asylumEnds()) : "");
    }

    static void previousPermanence(KnownLife life, RowSink out) {
        boolean starts =
                life.periods().stream().anyMatch(period -> life.position().inYear(period.start()));
        if (!starts) {
            return;
        }
        Child child = life.child();
        LocalDate firstStart = life.periods().get(0).start();
        Chance chance = Chance.of(child.key(), 41);
        String previous = child.ageOn(firstStart) < 2 ? "Z1" : PREVIOUS.pick(chance);
        boolean hadOrder = !previous.equals("Z1");
        LocalDate order = child.birth().plusDays(chance.between(300, 720));
        out.row(
                child.id(),
                Cells.date(child.birth()),
                previous,
                hadOrder ? (chance.happens(0.8) ? "999" : "NUK") : "",
                hadOrder ? Cells.date(order) : "");
    }

    static void missing(KnownLife life, RowSink out) {
        if (!life.isLookedAfterInYear()) {
            return;
        }
        Position position = life.position();
        for (MissingSpell spell : life.life().missing()) {
            boolean isBack = !position.month().isBefore(spell.returnKnown());
            boolean endedBefore = isBack && spell.end().isBefore(position.yearStart());
            if (spell.recording().holdsIn(position.month()) && !endedBefore) {
                Child child = life.child();
                out.row(
                        child.id(),
                        Cells.date(child.birth()),
                        spell.kind(),
                        Cells.date(spell.recording().dateIn(position.month(), spell.start())),
                        isBack ? Cells.date(spell.end()) : "");
            }
        }
    }

    static void workers(KnownLife life, RowSink out) {
        if (!life.isLookedAfterInYear()) {
            return;
        }
        Position position = life.position();
        List<WorkerSpell> spells = life.life().workers();
        for (WorkerSpell spell : spells) {
            boolean isOver = !spell.end().isAfter(position.date());
            boolean endedBefore = isOver && spell.end().isBefore(position.yearStart());
            if (spell.recording().holdsIn(position.month()) && !endedBefore) {
                Child child = life.child();
                out.row(
                        child.id(),
                        Cells.date(child.birth()),
                        spell.worker(),
                        Cells.date(spell.start()),
                        isOver ? Cells.date(spell.end()) : "",
                        spell.start().isBefore(WORKER_REASON_FROM) ? "" : spell.reason());
            }
        }
    }

    private static String sex(KnownLife life) {
        boolean letters = life.position().financialYear() >= LETTERS_FOR_SEX_FROM;
        return life.child().isMale() ? (letters ? "M" : "1") : letters ? "F" : "2";
    }

    /** Young children have no UPN yet (UN1); newly arrived asylum seekers were never in a school here (UN2). */
    private static String upn(KnownLife life) {
        Child child = life.child();
        if (life.position().month().isBefore(Children.upnFrom(child))) {
            return "UN1";
        }
        boolean isNew = child.isAsylumSeeker()
                && !life.periods().isEmpty()
                && life.periods().get(0).start().isAfter(life.position().date().minusMonths(8));
        return isNew ? "UN2" : child.upn();
    }
}
