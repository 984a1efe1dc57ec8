package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A social worker holds a looked-after child's case; {@code reason} says why this one took it on. */
record WorkerSpell(String worker, LocalDate start, LocalDate end, String reason, Recording recording) {
    private static final CodeMix REASON = CodeMix.of(
            "LEFTRL 38, MANAGE 24, TSPROC 14, ORGRST 9, ABSENC 8, OTHERS 5, CHCHAN 1, PCCHAN 0.9, SWDIED 0.1");
    private static final int CASES_EACH = 16;

    /**
     * Spells of one stay, end to end. England 2024: 27% of children looked after had three or more social workers in the
     * year.
     */
    static List<WorkerSpell> of(Stay stay, int caseload, double changesPerYear, Recorder recorder, Chance chance) {
        List<WorkerSpell> spells = new ArrayList<>();
        int workers = Math.max(8, caseload / CASES_EACH);
        LocalDate at = stay.start();
        YearMonth known = YearMonth.from(at);
        String reason = "FCONTA";
        while (at.isBefore(stay.end())) {
            int days = spells.isEmpty() && chance.happens(0.6)
                    ? chance.between(40, 130)
                    : Math.max(10, chance.daysUntil(changesPerYear));
            LocalDate end = at.plusDays(days).isBefore(stay.end()) ? at.plusDays(days) : stay.end();
            Recording recording = recorder.event(chance, at, known, false);
            known = recording.knownFrom();
            spells.add(new WorkerSpell("SW" + (10_000 + chance.below(workers) * 7), at, end, reason, recording));
            reason = spells.size() == 1 ? "TSPROC" : REASON.pick(chance);
            at = end;
        }
        return spells;
    }
}
