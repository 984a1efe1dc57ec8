package uk.csw.pipeline.kpi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The KPI catalogue's own SQL (its section 1.4) for referrals, assessments, enquiries and plans: like {@link DirectCount},
 * by the dates themselves and apart from the definitions. Working days are counted one by one.
 */
final class DirectCaseCount {
    private static final String REFERRED = """
            with received as (
                select * from core.fact_referral where authority_key = :authority and not is_impossible
            )
            select count(*) filter (where %s), count(*)
            from received as this
            where referral_date between :first and :last
            """;
    private static final String COME_BACK = """
            exists (
                select 1 from core.fact_referral as earlier
                where earlier.authority_key = this.authority_key and earlier.child_key = this.child_key
                    and earlier.referral_date < this.referral_date
                    and earlier.referral_date >= this.referral_date - interval '12 months'
            )
            """;
    private static final String FOLLOWS = """
            exists (
                select 1 from core.%s as later
                where later.authority_key = this.authority_key and later.child_key = this.child_key
                    and later.referral_no = this.referral_no %s
            )
            """;
    private static final String IN_CARE = """
            exists (
                select 1 from core.fact_care_episode as episode
                where episode.authority_key = this.authority_key and episode.child_key = this.child_key
                    and episode.start_date <= coalesce(this.closure_date, 'infinity')
                    and coalesce(episode.end_date, 'infinity') >= this.referral_date
            )
            """;
    private static final String COMPLETED = """
            with completed as (
                select (
                    select count(*)
                    from generate_series(start_date + 1, end_date, interval '1 day') as day
                    where extract(isodow from day) < 6 and day::date not in (select date from bank_holiday)
                ) as days
                from core.fact_assessment
                where authority_key = :authority and end_date between :first and :last
                    and end_date >= start_date and not is_presumed_ended
                    and coalesce(assessment_type, 'single') = 'single'
            )
            """;
    /** Not counted in the years of this test. */
    private static final String NOTHING = "select 0, 0 where false";

    private static final String CONFERENCES = """
            with conference as (
                select distinct on (child_key, conference_date) child_key, start_date, conference_date
                from core.fact_enquiry
                where authority_key = :authority and conference_date between :first and :last
                    and (start_date is null or start_date <= conference_date)
                order by child_key, conference_date, start_date desc nulls last
            )
            """;
    private static final String PROTECTED = """
            with cp_plan as (
                select * from core.fact_plan
                where authority_key = :authority and plan_type = 'cp' and not is_other_authority
                    and (end_date is null or end_date >= start_date)
            )
            """;
    private static final String OPEN = "start_date <= :last and (end_date is null or end_date > :last)";

    private DirectCaseCount() {}

    static Map<String, String> statements() {
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("REF_RATE", REFERRED.formatted("true"));
        sql.put("REF_NFA_PCT", REFERRED.formatted("is_nfa"));
        sql.put("REREF_12M_PCT", REFERRED.formatted(COME_BACK));
        sql.put(
                "REF_NOTNEED_PCT",
                REFERRED.formatted("closure_reason in ('RC8', 'RC9') and " + FOLLOWS.formatted("fact_assessment", "")
                        + " and not " + FOLLOWS.formatted("fact_enquiry", "") + " and not "
                        + FOLLOWS.formatted("fact_plan", "and plan_type = 'cp'") + " and not " + IN_CARE));
        sql.put("ASM_45WD_PCT", COMPLETED + "select count(*) filter (where days <= 45), count(*) from completed");
        sql.put("ASM_10WD_PCT", COMPLETED + "select count(*) filter (where days <= 10), count(*) from completed");
        sql.put("ASM_MEDIAN_WD", COMPLETED + """
                , ranked as (
                    select days, row_number() over (order by days) as place, count(*) over () as places from completed
                )
                select avg(days) filter (where place in ((places + 1) / 2, places / 2 + 1)), count(*) from ranked
                """);
        sql.put("ASM_OPEN_N", """
                select count(*), 0
                from core.fact_assessment
                where authority_key = :authority and start_date <= :last
                    and (end_date is null or end_date > :last and end_date >= start_date)
                    and coalesce(assessment_type, 'single') = 'single'
                """);
        sql.put("ASM_OVERDUE_N", """
                select count(*) filter (where 45 < (
                    select count(*)
                    from generate_series(start_date + 1, :last::date, interval '1 day') as day
                    where extract(isodow from day) < 6 and day::date not in (select date from bank_holiday)
                )), 0
                from core.fact_assessment
                where authority_key = :authority and start_date <= :last
                    and (end_date is null or end_date > :last and end_date >= start_date)
                    and coalesce(assessment_type, 'single') = 'single'
                """);
        sql.put("IA_10WD_PCT", NOTHING);
        sql.put("CA_35WD_PCT", NOTHING);
        sql.put("S47_RATE", """
                select count(*), 0 from core.fact_enquiry
                where authority_key = :authority and start_date between :first and :last
                    and (conference_date is null or conference_date >= start_date)
                """);
        sql.put("ICPC_RATE", CONFERENCES + "select count(*), 0 from conference");
        sql.put("ICPC_15WD_PCT", CONFERENCES + """
                select count(*) filter (where start_date is not null and 15 >= (
                    select count(*)
                    from generate_series(start_date + 1, conference_date, interval '1 day') as day
                    where extract(isodow from day) < 6 and day::date not in (select date from bank_holiday)
                )), count(*)
                from conference
                """);
        sql.put("CIN_RATE", "select count(*), 0 from (" + inNeed() + ") as child");
        sql.put("CIN_ONLY_N", "select count(*), 0 from (" + inNeed() + """
                except
                select child_key from core.fact_plan
                where authority_key = :authority and plan_type = 'cp' and not is_other_authority
                    and (end_date is null or end_date >= start_date) and """ + " " + OPEN + """
                 except
                select child_key from core.fact_care_episode
                where authority_key = :authority and legal_status not in ('V3', 'V4') and """ + " " + OPEN + """
                ) as child
                """);
        sql.put("CINPLAN_RATE", """
                select count(distinct child_key), 0 from core.fact_plan
                where authority_key = :authority and plan_type = 'cin' and """ + " " + OPEN);
        sql.put("CPP_RATE", PROTECTED + "select count(distinct child_key), 0 from cp_plan where " + OPEN);
        sql.put(
                "CPP_START_RATE",
                PROTECTED + "select count(*), 0 from cp_plan where start_date between :first and :last");
        sql.put("CPP_END_RATE", PROTECTED + "select count(*), 0 from cp_plan where end_date between :first and :last");
        sql.put("CPP_REPEAT_EVER_PCT", repeat("true", " or coalesce(this.previous_plans, 0) > 0"));
        sql.put(
                "CPP_REPEAT_24M_PCT",
                repeat(
                        "earlier.end_date >= this.start_date - interval '24 months' and not earlier.is_presumed_ended"
                                + " and earlier.end_date >= earlier.start_date",
                        ""));
        sql.put("CPP_2Y_CEASED_PCT", PROTECTED + """
                select count(*) filter (where end_date - start_date >= 729), count(*)
                from cp_plan
                where end_date between :first and :last and not is_presumed_ended
                """);
        sql.put("CPP_2Y_OPEN_PCT", PROTECTED + """
                select count(distinct child_key) filter (where :last::date - start_date + 1 > 729),
                    count(distinct child_key)
                from cp_plan
                where """ + " " + OPEN);
        sql.put("CPP_REVIEW_PCT", PROTECTED + """
                , due as (
                    select child_key, plan_no, start_date
                    from cp_plan
                    where start_date <= :last::date - interval '3 months' and (end_date is null or end_date > :last)
                ),
                step as (
                    select child_key, start_date as day, 0 as kind from due
                    union all
                    select child_key, review_date, 1
                    from core.fact_plan_review
                    join due using (child_key, plan_no)
                    where authority_key = :authority and review_date <= :last
                    union all
                    select child_key, :last::date, 2 from due
                ),
                gap as (
                    select
                        child_key, day, kind,
                        lag(day) over (partition by child_key order by day, kind) as day_before,
                        lag(kind) over (partition by child_key order by day, kind) as kind_before
                    from step
                ),
                judged as (
                    select
                        child_key,
                        bool_and(day_before is null or day <= day_before
                            + case when kind_before = 0 then interval '3 months' else interval '6 months' end)
                        and count(*) filter (where kind = 1) > 0 as is_on_time
                    from gap
                    group by child_key
                )
                select count(*) filter (where is_on_time), count(*) from judged
                """);
        return sql;
    }

    private static String inNeed() {
        return """
                select child_key from core.fact_referral
                where authority_key = :authority and referral_date <= :last and not is_nfa
                    and (closure_date is null or closure_date > :last and closure_date >= referral_date)
                group by child_key
                """;
    }

    private static String repeat(String when, String otherwise) {
        return PROTECTED + """
                select count(*) filter (where exists (
                    select 1 from core.fact_plan as earlier
                    where earlier.authority_key = :authority and earlier.plan_type = 'cp'
                        and earlier.child_key = this.child_key and earlier.start_date < this.start_date
                        and %s
                )%s), count(*)
                from cp_plan as this
                where this.start_date between :first and :last
                """.formatted(when, otherwise);
    }
}
