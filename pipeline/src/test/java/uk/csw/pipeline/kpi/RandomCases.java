package uk.csw.pipeline.kpi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.postgres.Sql;

/** Referrals and what followed them, that nobody thought out; what conforming would say of each is worked out in Java. */
final class RandomCases {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 9, 30);
    private static final List<String> CLOSURES = List.of("RC7", "RC8", "RC8", "RC9", "RC5");

    private final FactRows facts;
    private final Connection connection;
    private final WorkingDays workingDays;
    private final Random random = new Random(20261001);
    private final Map<CountedFact, List<KpiExample.Row>> rows = new LinkedHashMap<>();
    private final List<Map<String, Object>> reviews = new ArrayList<>();
    private final List<Map<String, Object>> months = new ArrayList<>();

    RandomCases(Connection connection, FactRows facts, WorkingDays workingDays) {
        this.connection = connection;
        this.facts = facts;
        this.workingDays = workingDays;
    }

    /** The referrals, assessments, enquiries and plans of one child, who was in care in these spells. */
    void child(int authority, int child, List<Spell> care) throws SQLException {
        RandomPlans plans = new RandomPlans(random, FIRST.plusDays(random.nextInt(900)));
        List<Referral> referrals = referrals();
        RandomEnquiries enquiries = new RandomEnquiries(random, workingDays, FIRST.plusDays(random.nextInt(900)));
        for (Referral referral : referrals) {
            boolean isAssessed = assessments(child, referral);
            boolean isEnquired = enquiries.isOfReferral(referral.number());
            boolean isProtected = plans.plans().stream()
                    .anyMatch(plan -> plan.type().equals("cp") && referral.number() == plan.number() % 5);
            add(CountedFact.REFERRAL, child, columns(referrals, referral, isAssessed, isEnquired || isProtected, care));
        }
        enquiries.rows().forEach(columns -> add(CountedFact.ENQUIRY, child, columns));
        for (RandomPlans.Plan plan : plans.plans()) {
            Map<String, String> columns = plans.columns(plan);
            columns.put("referral_no", Integer.toString(plan.number() % 5));
            add(CountedFact.PLAN, child, columns);
            plan.reviews()
                    .forEach(day -> reviews.add(Map.of(
                            "authority", authority, "child", child, "plan", plan.number(), "day", day.toString())));
        }
        for (YearMonth month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(LAST));
                month = month.plusMonths(1)) {
            month(authority, child, month, referrals, plans.plans());
        }
        for (Map.Entry<CountedFact, List<KpiExample.Row>> fact : rows.entrySet()) {
            facts.add(fact.getKey(), authority, fact.getValue(), Map.of());
        }
        rows.clear();
    }

    /** Writes the positions at month ends; those of care must be there already. */
    void finish() throws SQLException {
        JsonMapper json = JsonMapper.shared();
        Sql.file(RandomCases.class, "random_case_month.sql")
                .with("rows", json.writeValueAsString(months))
                .execute(connection);
        Sql.file(RandomCases.class, "random_review.sql")
                .with("rows", json.writeValueAsString(reviews))
                .execute(connection);
    }

    private List<Referral> referrals() {
        List<Referral> referrals = new ArrayList<>();
        LocalDate date = FIRST.plusDays(random.nextInt(900));
        for (int i = random.nextInt(5); i > 0 && date.isBefore(LAST); i--) {
            boolean isImpossible = random.nextInt(25) == 0;
            LocalDate closed = date.plusDays(isImpossible ? -1 - random.nextInt(30) : random.nextInt(400));
            referrals.add(new Referral(
                    referrals.size() + 1,
                    date,
                    closed.isAfter(LAST) ? Optional.empty() : Optional.of(closed),
                    random.nextInt(6) == 0,
                    isImpossible,
                    CLOSURES.get(random.nextInt(CLOSURES.size()))));
            date = switch (random.nextInt(4)) {
                case 0 -> date.plusMonths(12);
                case 1 -> date.plusMonths(12).plusDays(1);
                default -> date.plusDays(1 + random.nextInt(500));
            };
        }
        return referrals;
    }

    private Map<String, String> columns(
            List<Referral> all, Referral referral, boolean isAssessed, boolean isFollowedUp, List<Spell> care) {
        boolean isComeBack = all.stream()
                .anyMatch(other -> other.date().isBefore(referral.date())
                        && !other.date().isBefore(referral.date().minusMonths(12)));
        LocalDate closed = referral.closed().orElse(LocalDate.MAX);
        boolean isInCare = care.stream()
                .anyMatch(
                        spell -> !spell.start().isAfter(closed) && !spell.end().isBefore(referral.date()));
        boolean isAfterAssessment =
                referral.closed().isPresent() && List.of("RC8", "RC9").contains(referral.reason());
        Map<String, String> columns = new HashMap<>();
        columns.put("referral_no", Integer.toString(referral.number()));
        columns.put("referral_date", referral.date().toString());
        columns.put("is_nfa", Boolean.toString(referral.isNfa()));
        columns.put("is_impossible", Boolean.toString(referral.isImpossible()));
        columns.put("is_rereferral_12m", Boolean.toString(isComeBack));
        columns.put("has_assessment", Boolean.toString(isAssessed));
        columns.put(
                "is_not_in_need",
                Boolean.toString(
                        isAfterAssessment && isAssessed && !isFollowedUp && !isInCare && !referral.isImpossible()));
        referral.closed().ifPresent(day -> {
            columns.put("closure_date", day.toString());
            columns.put("closure_reason", referral.reason());
        });
        return columns;
    }

    private boolean assessments(int child, Referral referral) {
        int assessments = random.nextInt(3);
        for (int i = 0; i < assessments; i++) {
            LocalDate start = referral.date().plusDays(random.nextInt(6));
            boolean isImpossible = random.nextInt(25) == 0;
            LocalDate end = isImpossible
                    ? start.minusDays(1 + random.nextInt(9))
                    : random.nextBoolean()
                            ? workingDays.deadline(start, 9 + random.nextInt(3) + 35 * random.nextInt(2))
                            : start.plusDays(random.nextInt(160));
            boolean isPresumedEnded = !isImpossible && random.nextInt(12) == 0;
            boolean isEnded = !end.isAfter(LAST);
            Map<String, String> columns = new HashMap<>();
            columns.put("referral_no", Integer.toString(referral.number()));
            columns.put("start_date", start.toString());
            boolean isOfOldKind = (child + i) % 7 == 0;
            if (isOfOldKind) {
                columns.put("assessment_type", i == 0 ? "initial" : "core");
            }
            columns.put("is_impossible", Boolean.toString(isImpossible));
            if (isEnded) {
                columns.put("end_date", end.toString());
                columns.put("is_presumed_ended", Boolean.toString(isPresumedEnded));
            }
            if (isEnded && !isImpossible && !isPresumedEnded) {
                columns.put("working_days", Integer.toString(workingDays.between(start, end)));
            }
            add(CountedFact.ASSESSMENT, child, columns);
            if (!isImpossible && !isOfOldKind) {
                open(child, start, isEnded ? end : LocalDate.MAX);
            }
        }
        return assessments > 0;
    }

    private void open(int child, LocalDate start, LocalDate end) {
        YearMonth last = YearMonth.from(LAST);
        for (YearMonth month = YearMonth.from(start);
                !month.isAfter(last) && month.atEndOfMonth().isBefore(end);
                month = month.plusMonths(1)) {
            int days = workingDays.between(start, month.atEndOfMonth());
            add(
                    CountedFact.ASSESSMENT_MONTH,
                    child,
                    Map.of(
                            "period_key", Integer.toString(FactRows.key(month)),
                            "start_date", start.toString(),
                            "working_days_open", Integer.toString(days)));
        }
    }

    private void month(
            int authority, int child, YearMonth month, List<Referral> referrals, List<RandomPlans.Plan> plans) {
        LocalDate day = month.atEndOfMonth();
        List<RandomPlans.Plan> open =
                plans.stream().filter(plan -> plan.isOpenAt(day)).toList();
        List<RandomPlans.Plan> protecting =
                open.stream().filter(RandomPlans.Plan::isOwnProtection).toList();
        List<RandomPlans.Plan> due =
                protecting.stream().filter(plan -> plan.isReviewDueAt(day)).toList();
        Map<String, Object> position = new HashMap<>();
        position.put("is_in_need", referrals.stream().anyMatch(referral -> referral.isOpenAt(day)));
        position.put(
                "is_on_cin_plan", open.stream().anyMatch(plan -> plan.type().equals("cin")));
        position.put("is_on_protection_plan", !protecting.isEmpty());
        position.put(
                "is_protection_plan_2y",
                protecting.stream().anyMatch(plan -> plan.start().plusDays(729).isBefore(day.plusDays(1))));
        position.put("is_review_due", !due.isEmpty());
        position.put(
                "is_review_on_time", !due.isEmpty() && due.stream().allMatch(plan -> plan.isReviewedInTimeAt(day)));
        if (position.containsValue(true)) {
            position.put("authority", authority);
            position.put("child", child);
            position.put("period", FactRows.key(month));
            months.add(position);
        }
    }

    private void add(CountedFact fact, int child, Map<String, String> columns) {
        rows.computeIfAbsent(fact, key -> new ArrayList<>()).add(new KpiExample.Row(1, Optional.of(child), columns));
    }

    /** A spell of care; one that goes on ends at the end of time. */
    record Spell(LocalDate start, LocalDate end) {}

    private record Referral(
            int number,
            LocalDate date,
            Optional<LocalDate> closed,
            boolean isNfa,
            boolean isImpossible,
            String reason) {
        boolean isOpenAt(LocalDate day) {
            return !isNfa
                    && !isImpossible
                    && !date.isAfter(day)
                    && closed.map(last -> last.isAfter(day)).orElse(true);
        }
    }
}
