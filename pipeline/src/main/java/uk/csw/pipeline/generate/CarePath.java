package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Lays legal statuses and placements of a stay over each other, and decides when each change becomes known. */
final class CarePath {
    private static final CodeMix NEED = CodeMix.of("N1 66, N2 2, N3 3, N4 8, N5 14, N6 1.5, N7 0.2, N8 5.3");
    private static final CodeMix OTHER_NEED = CodeMix.of("N4 30, N5 70");
    private static final int ROOM_FOR_A_SLIP_DAYS = 14;

    private final Recorder recorder;

    CarePath(Recorder recorder) {
        this.recorder = recorder;
    }

    PeriodOfCare of(Child child, Stay stay, Homes homes, String homePostcode, double pace, Chance chance) {
        LegalPath legal = LegalPath.of(child, stay, chance);
        List<Move> moves = PlacementPath.of(child, stay, legal, homes, pace, chance);
        List<Change> changes = changes(child, stay, legal, moves, homes, chance);
        Change last = changes.get(changes.size() - 1);
        String need = need(child, stay, chance);
        YearMonth startKnown = changes.get(0).recording().knownFrom();
        boolean isNeedCorrected = recorder.isCorrected(chance);
        return new PeriodOfCare(
                stay,
                need,
                isNeedCorrected ? OTHER_NEED.pick(chance) : need,
                recorder.later(chance, startKnown, stay.start()),
                homePostcode,
                changes,
                ending(child, stay, last, moves.get(moves.size() - 1).to(), chance));
    }

    private List<Change> changes(
            Child child, Stay stay, LegalPath legal, List<Move> moves, Homes homes, Chance chance) {
        TreeSet<LocalDate> dates = new TreeSet<>(legal.statuses().keySet());
        moves.forEach(move -> dates.add(move.date()));
        List<LocalDate> ordered = List.copyOf(dates);
        List<Change> changes = new ArrayList<>();
        YearMonth known = YearMonth.from(stay.start());
        int move = 0;
        for (int i = 0; i < ordered.size(); i++) {
            LocalDate date = ordered.get(i);
            while (move + 1 < moves.size() && !moves.get(move + 1).date().isAfter(date)) {
                move++;
            }
            LocalDate before = i == 0 ? child.birth() : ordered.get(i - 1);
            LocalDate after = i + 1 < ordered.size() ? ordered.get(i + 1) : stay.end();
            boolean mayMove = hasRoom(before, date) && hasRoom(date, after);
            Recording recording = recorder.event(chance, date, known, mayMove);
            known = recording.knownFrom();
            Placement placement = moves.get(move).to();
            Circumstances to = new Circumstances(legal.on(date), placement);
            changes.add(new Change(date, to, moves.get(move).reason(), recording));
            if (hasRoom(date.plusDays(20), after) && !placement.isTemporary() && recorder.isMistaken(chance)) {
                changes.add(mistakenMove(date.plusDays(20), known, to, homes, chance));
            }
        }
        return changes;
    }

    /** A move that never happened: it shows for a month or more and is then withdrawn. */
    private Change mistakenMove(LocalDate date, YearMonth notBefore, Circumstances before, Homes homes, Chance chance) {
        Placement wrong = homes.of("U6", chance);
        Circumstances to = new Circumstances(before.legalStatus(), wrong);
        return new Change(date, to, "OTHER", recorder.mistake(chance, date, notBefore));
    }

    private Ending ending(Child child, Stay stay, Change last, Placement lastHome, Chance chance) {
        boolean isBirthday = stay.pathway() == Pathway.GROWN_UP;
        boolean mayMove = !isBirthday && hasRoom(last.date(), stay.end());
        Recording recording =
                recorder.event(chance, stay.end(), last.recording().knownFrom(), mayMove);
        String reason = EndReason.of(stay.pathway(), child, lastHome, chance);
        boolean isReasonWrong = stay.pathway() != Pathway.ADOPTION && recorder.isCorrected(chance);
        return new Ending(
                stay.end(),
                reason,
                isReasonWrong ? "E8" : reason,
                recorder.later(chance, recording.knownFrom(), stay.end()),
                recording);
    }

    private static String need(Child child, Stay stay, Chance chance) {
        if (stay.pathway() == Pathway.SHORT_BREAKS) {
            return "N2";
        }
        return child.isAsylumSeeker() ? "N8" : NEED.pick(chance);
    }

    private static boolean hasRoom(LocalDate from, LocalDate to) {
        return from.plusDays(ROOM_FOR_A_SLIP_DAYS).isBefore(to);
    }
}
