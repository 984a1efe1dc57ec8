package uk.csw.pipeline.kpi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The KPI catalogue's own SQL (its section 1.4), one window at a time: numerator and denominator of one authority between
 * {@code :first} and {@code :last}, by the dates themselves. Written apart from the definitions, to check them.
 */
final class DirectCount {
    private static final String LOOKED_AFTER = """
            with cla as (
                select * from core.fact_care_episode
                where authority_key = :authority
                    and start_date <= :last and (end_date is null or end_date > :last)
                    and legal_status not in ('V3', 'V4')
            )
            select count(distinct child_key) filter (where %s), count(distinct child_key) from cla
            """;
    private static final String POSITION = """
            select count(*) filter (where %s), count(*)
            from core.fact_child_month
            where authority_key = :authority
                and period_key = extract(year from :last::date) * 100 + extract(month from :last::date)
                and legal_status not in ('V3', 'V4')
                and %s
            """;
    private static final String CEASED = """
            with ce as (
                select distinct on (child_key) *
                from core.fact_care_episode
                where authority_key = :authority
                    and end_date between :first and :last
                    and end_reason <> 'X1'
                    and legal_status not in ('V3', 'V4')
                order by child_key, end_date desc
            )
            select count(*) filter (where end_reason in (%s)), count(*) from ce
            """;
    private static final String AT_ANY_TIME = """
            select count(distinct child_key) filter (where %s), count(distinct child_key) filter (where is_looked_after)
            from core.fact_care_span
            where authority_key = :authority
                and start_date <= :last and (end_date is null or end_date >= :first)
            """;
    private static final String ADOPTED = """
            select %s, %s
            from core.fact_adoption
            where authority_key = :authority and adoption_date between :first and :last
            """;
    private static final String A_YEAR = "is_looked_after_12m";
    private static final String AT_SCHOOL = A_YEAR + " and age >= 5 and age <= 16";
    private static final String STUDY_OR_WORK = "(activity in ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5')"
            + " or activity in ('F3', 'P3') and birthday < '2022-04-01')";
    private static final String LEAVERS = """
            select count(*) filter (where %s), count(*)
            from core.fact_care_leaver
            where authority_key = :authority
                and birthday between :first and :last and age_at_birthday in (%s)
                and in_touch not in ('DIED', 'RHOM')
                and %s
            """;

    private DirectCount() {}

    static Map<String, String> statements() {
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("CLA_RATE", LOOKED_AFTER.formatted("true"));
        sql.put("CLA_START_RATE", """
                select count(distinct child_key), 0
                from core.fact_care_episode
                where authority_key = :authority
                    and start_date between :first and :last
                    and new_episode_reason = 'S' and legal_status not in ('V3', 'V4')
                """);
        sql.put("CLA_CEASE_RATE", CEASED.formatted("end_reason"));
        sql.put("UASC_PCT", POSITION.formatted("is_asylum_seeker", "true"));
        sql.put("CLA_3PLUS_PCT", POSITION.formatted("placements_12m > 2", "true"));
        sql.put("CLA_STAB_2Y_PCT", POSITION.formatted("is_placement_24m", "is_looked_after_30m and age <= 15"));
        sql.put(
                "CLA_RESID_PCT",
                LOOKED_AFTER.formatted("placement_type in ('K1', 'K2', 'R1', 'S1')"
                        + " or (placement_type = 'H5' and :last::date <= date '2024-03-31')"));
        sql.put("CLA_FOSTER_PCT", LOOKED_AFTER.formatted("placement_type like 'U%'"));
        sql.put(
                "CLA_OWN_FOSTER_PCT",
                LOOKED_AFTER.formatted("placement_type like 'U%' and placement_provider = 'PR1'"));
        sql.put("PERM_CEASED_PCT", CEASED.formatted("'E11', 'E12', 'E45', 'E46', 'E47', 'E48'"));
        sql.put("ADOPT_PCT", CEASED.formatted("'E11', 'E12'"));
        sql.put("SGO_PCT", CEASED.formatted("'E45', 'E46', 'E47', 'E48'"));
        sql.put("PERM_CAO_PCT", CEASED.formatted("'E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48'"));
        sql.put("CLA_20MI_PCT", POSITION.formatted("distance_miles > 20 and is_outside_authority", "true"));
        sql.put("CLA_20MI_ANY_PCT", POSITION.formatted("distance_miles > 20", "true"));
        sql.put("CLA_HEALTH_PCT", POSITION.formatted("is_health_assessed", A_YEAR));
        sql.put("CLA_DENTAL_IMM_PCT", POSITION.formatted("is_dental_checked", A_YEAR));
        sql.put("CLA_IMM_PCT", POSITION.formatted("is_immunised", A_YEAR));
        sql.put(
                "CLA_SDQ",
                POSITION.replace(
                                "count(*) filter (where %s), count(*)", "coalesce(sum(sdq_score), 0), count(sdq_score)")
                        .formatted(AT_SCHOOL));
        sql.put("CLA_SDQ_COVER_PCT", POSITION.formatted("sdq_score is not null", AT_SCHOOL));
        sql.put("CLA_SDQ_CONCERN_PCT", POSITION.formatted("sdq_score > 16", AT_SCHOOL + " and sdq_score is not null"));
        sql.put("CLA_REVIEW_PCT", POSITION.formatted("is_care_review_on_time", "is_care_review_due"));
        sql.put("CLA_SW3_PCT", POSITION.formatted("social_workers_12m > 2", "true"));
        sql.put("CLA_MISSING_PCT", AT_ANY_TIME.formatted("is_missing"));
        sql.put("CLA_AWAY_PCT", AT_ANY_TIME.formatted("is_away"));
        sql.put(
                "ADOPT_12M_PCT",
                ADOPTED.formatted(
                        "count(*) filter (where placed_date <= decision_date + interval '12 months')", "count(*)"));
        sql.put(
                "ADOPT_A1_DAYS",
                ADOPTED.formatted(
                        "coalesce(sum(placed_date - care_start_date), 0)", "count(placed_date - care_start_date)"));
        sql.put(
                "ADOPT_A2_DAYS",
                ADOPTED.formatted(
                        "coalesce(sum(case when match_date > placement_order_date"
                                + " then match_date - placement_order_date end), 0)",
                        "count(match_date - placement_order_date)"));
        sql.put("CL_EET_19_21_PCT", LEAVERS.formatted(STUDY_OR_WORK, "19, 20, 21", "true"));
        sql.put("CL_EET_18_21_PCT", LEAVERS.formatted(STUDY_OR_WORK, "18, 19, 20, 21", "true"));
        sql.put("CL_EET_17_18_PCT", LEAVERS.formatted(STUDY_OR_WORK, "17, 18", "true"));
        sql.put("CL_INTOUCH_PCT", LEAVERS.formatted("in_touch = 'YES'", "19, 20, 21", "true"));
        sql.put("CL_STAYPUT_PCT", LEAVERS.formatted("accommodation like 'Z%'", "18, 19, 20", "is_foster_leaver_at_18"));
        sql.put(
                "CL_SUIT_PCT",
                LEAVERS.formatted(
                        "accommodation like '%1'", "19, 20, 21", "left(accommodation, 1) not in ('G', 'H', 'R')"));
        return sql;
    }
}
