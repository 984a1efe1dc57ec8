package uk.csw.pipeline.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One child's plans and their reviews, many of them on the very edge of a rule. */
final class RandomPlans {
    private static final LocalDate LAST = LocalDate.of(2025, 9, 30);

    private final Random random;
    private final List<Plan> plans = new ArrayList<>();

    RandomPlans(Random random, LocalDate first) {
        this.random = random;
        LocalDate start = first;
        for (int i = random.nextInt(4); i > 0 && start.isBefore(LAST); i--) {
            start = protection(start);
        }
        LocalDate helped = first.plusDays(random.nextInt(300));
        for (int i = random.nextInt(3); i > 0 && helped.isBefore(LAST); i--) {
            LocalDate end = helped.plusDays(random.nextInt(400));
            plans.add(new Plan(plans.size() + 1, "cin", helped, known(end), false, false, false, 0, List.of()));
            helped = end.plusDays(random.nextInt(200));
        }
    }

    List<Plan> plans() {
        return plans;
    }

    /** What conforming says of each, worked out from the others here. */
    Map<String, String> columns(Plan plan) {
        List<Plan> earlier = plans.stream()
                .filter(other ->
                        other.type().equals(plan.type()) && other.start().isBefore(plan.start()))
                .toList();
        LocalDate twoYearsBefore = plan.start().minusMonths(24);
        boolean isSoonAfter = earlier.stream()
                .filter(other -> !other.isImpossible() && !other.isPresumedEnded())
                .flatMap(other -> other.end().stream())
                .anyMatch(end -> !end.isBefore(twoYearsBefore));
        Map<String, String> columns = new HashMap<>();
        columns.put("plan_no", Integer.toString(plan.number()));
        columns.put("plan_type", plan.type());
        columns.put("start_date", plan.start().toString());
        columns.put("is_other_authority", Boolean.toString(plan.isOtherAuthority()));
        columns.put("is_impossible", Boolean.toString(plan.isImpossible()));
        columns.put("is_presumed_ended", Boolean.toString(plan.isPresumedEnded()));
        columns.put("previous_plans", Integer.toString(plan.previous()));
        columns.put("is_repeat_ever", Boolean.toString(plan.previous() > 0 || !earlier.isEmpty()));
        columns.put("is_repeat_24m", Boolean.toString(isSoonAfter));
        plan.end().ifPresent(end -> {
            columns.put("end_date", end.toString());
            if (!plan.isImpossible()) {
                columns.put(
                        "days", Long.toString(end.toEpochDay() - plan.start().toEpochDay() + 1));
            }
        });
        return columns;
    }

    private LocalDate protection(LocalDate start) {
        boolean isImpossible = random.nextInt(25) == 0;
        LocalDate end = switch (random.nextInt(6)) {
            case 0 -> start.plusDays(728 + random.nextInt(3));
            case 1 -> start.plusDays(random.nextInt(1500));
            default -> start.plusDays(random.nextInt(400));
        };
        Optional<LocalDate> known = isImpossible ? Optional.of(start.minusDays(1 + random.nextInt(40))) : known(end);
        plans.add(new Plan(
                plans.size() + 1,
                "cp",
                start,
                known,
                random.nextInt(10) == 0,
                isImpossible,
                known.isPresent() && !isImpossible && random.nextInt(12) == 0,
                random.nextInt(6) == 0 ? 1 : 0,
                reviews(start, known.orElse(LAST))));
        LocalDate free = isImpossible ? start : end;
        return switch (random.nextInt(4)) {
            case 0 -> free.plusMonths(24);
            case 1 -> free.plusMonths(24).plusDays(1);
            default -> free.plusDays(1 + random.nextInt(300));
        };
    }

    private List<LocalDate> reviews(LocalDate start, LocalDate end) {
        List<LocalDate> reviews = new ArrayList<>();
        LocalDate review = start.plusMonths(3).minusDays(random.nextInt(40) - 1);
        while (review.isBefore(end) && random.nextInt(12) > 0) {
            reviews.add(review);
            review = review.plusMonths(6).minusDays(random.nextInt(30) - 1);
        }
        return reviews;
    }

    private static Optional<LocalDate> known(LocalDate end) {
        return end.isAfter(LAST) ? Optional.empty() : Optional.of(end);
    }

    /** One plan as its dates tell of it. */
    record Plan(
            int number,
            String type,
            LocalDate start,
            Optional<LocalDate> end,
            boolean isOtherAuthority,
            boolean isImpossible,
            boolean isPresumedEnded,
            int previous,
            List<LocalDate> reviews) {
        boolean isOpenAt(LocalDate day) {
            return !isImpossible
                    && !start.isAfter(day)
                    && end.map(last -> last.isAfter(day)).orElse(true);
        }

        boolean isOwnProtection() {
            return type.equals("cp") && !isOtherAuthority;
        }

        boolean isReviewDueAt(LocalDate day) {
            return !start.isAfter(day.minusMonths(3));
        }

        boolean isReviewedInTimeAt(LocalDate day) {
            LocalDate due = start.plusMonths(3);
            boolean isReviewed = false;
            for (LocalDate review : reviews) {
                if (review.isAfter(day)) {
                    break;
                }
                if (review.isAfter(due)) {
                    return false;
                }
                isReviewed = true;
                due = review.plusMonths(6);
            }
            return isReviewed && !day.isAfter(due);
        }
    }
}
