package uk.csw.pipeline.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import uk.csw.pipeline.calendar.WorkingDays;

/** One child's section 47 enquiries and conferences, some of them two enquiries with one conference. */
final class RandomEnquiries {
    private static final LocalDate LAST = LocalDate.of(2025, 9, 30);

    private final Random random;
    private final WorkingDays workingDays;
    private final List<Enquiry> enquiries = new ArrayList<>();

    RandomEnquiries(Random random, WorkingDays workingDays, LocalDate first) {
        this.random = random;
        this.workingDays = workingDays;
        LocalDate start = first;
        for (int i = random.nextInt(4); i > 0 && start.isBefore(LAST); i--) {
            enquiry(start);
            start = start.plusDays(30 + random.nextInt(300));
        }
        if (random.nextInt(8) == 0) {
            enquiries.add(new Enquiry(Optional.empty(), Optional.of(first.plusDays(random.nextInt(900))), 0));
        }
    }

    boolean isOfReferral(int number) {
        return enquiries.stream().anyMatch(enquiry -> enquiry.referral() == number);
    }

    List<Map<String, String>> rows() {
        return enquiries.stream().map(this::columns).toList();
    }

    private void enquiry(LocalDate start) {
        LocalDate conference = switch (random.nextInt(8)) {
            case 0 -> start.minusDays(1 + random.nextInt(5));
            case 1, 2 -> workingDays.deadline(start, 15);
            case 3 -> workingDays.deadline(start, 16);
            default -> start.plusDays(random.nextInt(40));
        };
        Optional<LocalDate> held = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(conference);
        int referral = random.nextInt(6);
        enquiries.add(new Enquiry(Optional.of(start), held, referral));
        if (random.nextInt(4) == 0) {
            enquiries.add(new Enquiry(Optional.of(start.minusDays(1 + random.nextInt(9))), held, referral));
        }
    }

    private Map<String, String> columns(Enquiry enquiry) {
        Map<String, String> columns = new HashMap<>();
        boolean isConference = enquiry.conference().isPresent()
                && !enquiry.isImpossible()
                && enquiries.stream()
                        .filter(other -> other.conference().equals(enquiry.conference()) && !other.isImpossible())
                        .min(Comparator.comparing(other ->
                                other.start().map(day -> -day.toEpochDay()).orElse(Long.MAX_VALUE)))
                        .orElseThrow()
                        .equals(enquiry);
        columns.put("referral_no", Integer.toString(enquiry.referral()));
        enquiry.start().ifPresent(day -> columns.put("start_date", day.toString()));
        enquiry.conference().ifPresent(day -> columns.put("conference_date", day.toString()));
        columns.put("is_transfer_in", Boolean.toString(enquiry.start().isEmpty()));
        columns.put("is_impossible", Boolean.toString(enquiry.isImpossible()));
        columns.put("is_conference", Boolean.toString(isConference));
        if (isConference && enquiry.start().isPresent()) {
            columns.put(
                    "working_days_to_conference",
                    Integer.toString(workingDays.between(
                            enquiry.start().get(), enquiry.conference().orElseThrow())));
        }
        return columns;
    }

    private record Enquiry(Optional<LocalDate> start, Optional<LocalDate> conference, int referral) {
        boolean isImpossible() {
            return start.isPresent()
                    && conference.map(day -> day.isBefore(start.get())).orElse(false);
        }
    }
}
