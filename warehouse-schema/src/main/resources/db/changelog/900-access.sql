--liquibase formatted sql

--changeset csw:900-grant-access runOnChange:true splitStatements:false
create or replace procedure ops.grant_access()
language plpgsql
as $$
declare
    -- Aggregate views: all that the dashboard role reads in mart. A view with a row per child, family,
    -- court case or household is never one of them.
    dashboard_views constant text[] := array[
        'dim_authority', 'dim_period', 'dim_kpi', 'dim_code', 'dim_sex', 'dim_ethnicity', 'dim_legal_status',
        'dim_placement_type', 'dim_placement_provider', 'dim_need', 'dim_reason_new_episode', 'dim_reason_ceased',
        'dim_reason_place_change', 'dim_in_touch', 'dim_activity', 'dim_accommodation',
        'dim_referral_source', 'dim_referral_need', 'dim_closure_reason', 'dim_abuse_category', 'dim_assessment_factor',
        'kpi_value', 'kpi_breakdown', 'kpi_comparison', 'scorecard', 'commentary', 'rag_summary', 'kpi_group', 'group_summary', 'process_limits', 'exceptions', 'restatement', 'release',
        'delivery_status', 'data_quality', 'sign_off', 'held_figure', 'neighbours', 'comparison_group', 'glossary', 'published_value', 'published_comparison', 'population'
    ];
    -- What explains the public figures, and is public itself.
    public_views constant text[] := array['dim_authority', 'dim_period', 'dim_kpi', 'glossary'];
    -- What csw explain reads besides to say where a published figure comes from: reference data, and figures as the
    -- current release shows them or an earlier one did, never those of a release that is being made.
    explain_tables constant text[] := array[
        'core.authority', 'core.comparison_group', 'core.coverage', 'core.dim_authority', 'core.dim_period', 'core.neighbour',
        'core.published_value',
        'kpi.definition', 'kpi.authority_name', 'kpi.current_value', 'kpi.first_value', 'kpi.current_comparison',
        'kpi.comparison_member', 'kpi.published_comparison', 'kpi.current_judgement', 'kpi.target', 'kpi.sign_off',
        'kpi.held_figure', 'kpi.delivered_file', 'kpi.refused_rows'
    ];
    -- What csw explain --cases lists, and what it needs to choose the rows, for those who read rows in mart too.
    case_tables constant text[] := array[
        'core.dim_code', 'core.fact_adopter', 'core.fact_adoption', 'core.fact_assessment', 'core.fact_assessment_month',
        'core.fact_care_episode', 'core.fact_care_span', 'core.fact_child_month', 'core.fact_contact',
        'core.fact_early_help_month', 'core.fact_education_plan', 'core.fact_enquiry', 'core.fact_foster_household',
        'core.fact_foster_household_month', 'core.fact_plan', 'core.fact_plan_visit', 'core.fact_proceeding',
        'core.fact_referral', 'core.fact_return_interview', 'kpi.care_leaver'
    ];
    -- A place that only the loading role tells apart from others.
    withheld_columns constant text[] := array['place_key'];
    our_schemas constant text := 'ops, staging, quarantine, core, kpi, mart, mart_public';
    read_schemas constant text := 'mart, mart_public';
    role_name text;
    view_name text;
    table_name text;
    column_names text;
begin
    foreach role_name in array array['csw_loader', 'csw_analyst', 'csw_dashboard', 'csw_public']
    loop
        if to_regrole(role_name) is null then
            begin
                execute format('create role %I nologin', role_name);
            exception
                when duplicate_object or unique_violation then
                    null; -- another database of this server was migrated at the same moment
                when insufficient_privilege then
                    raise warning 'Role % does not exist and % may not create it. Ask for: create role % nologin; '
                        'then run: call ops.grant_access();', role_name, current_user, role_name;
            end;
        end if;
    end loop;

    if to_regrole('csw_loader') is not null then
        execute 'grant usage on schema ' || our_schemas || ' to csw_loader';
        execute 'grant select, insert, update, delete, truncate on all tables in schema ' || our_schemas
            || ' to csw_loader';
        execute 'grant usage, select, update on all sequences in schema ' || our_schemas || ' to csw_loader';
        execute 'grant execute on all routines in schema ' || our_schemas || ' to csw_loader';
        execute 'alter default privileges in schema ' || our_schemas
            || ' grant select, insert, update, delete, truncate on tables to csw_loader';
        execute 'alter default privileges in schema ' || our_schemas
            || ' grant usage, select, update on sequences to csw_loader';
        if current_setting('server_version_num')::integer >= 170000 then
            -- The loader refreshes planner statistics after each night; before 17 only the owner may.
            execute 'grant maintain on all tables in schema staging, quarantine, core, kpi to csw_loader';
            execute 'alter default privileges in schema staging, quarantine, core, kpi'
                ' grant maintain on tables to csw_loader';
        end if;
    end if;

    if to_regrole('csw_analyst') is not null then
        execute 'grant usage on schema ' || read_schemas || ' to csw_analyst';
        execute 'grant select on all tables in schema ' || read_schemas || ' to csw_analyst';
        execute 'alter default privileges in schema ' || read_schemas || ' grant select on tables to csw_analyst';
        foreach table_name in array case_tables
        loop
            select string_agg(quote_ident(its_column.attname), ', ' order by its_column.attnum)
            into column_names
            from pg_catalog.pg_attribute as its_column
            where
                its_column.attrelid = table_name::regclass
                and its_column.attnum > 0
                and not its_column.attisdropped
                and its_column.attname <> all (withheld_columns);
            execute format('grant select (%s) on %s to csw_analyst', column_names, table_name);
        end loop;
    end if;

    foreach role_name in array array['csw_analyst', 'csw_dashboard']
    loop
        if to_regrole(role_name) is not null then
            execute format('grant usage on schema core, kpi to %I', role_name);
            foreach table_name in array explain_tables
            loop
                execute format('grant select on %s to %I', table_name, role_name);
            end loop;
        end if;
    end loop;

    if to_regrole('csw_dashboard') is not null then
        execute 'grant usage on schema ' || read_schemas || ' to csw_dashboard';
        execute 'grant select on all tables in schema mart_public to csw_dashboard';
        execute 'alter default privileges in schema mart_public grant select on tables to csw_dashboard';
        foreach view_name in array dashboard_views
        loop
            execute format('grant select on mart.%I to csw_dashboard', view_name);
        end loop;
    end if;

    if to_regrole('csw_public') is not null then
        execute 'grant usage on schema ' || read_schemas || ' to csw_public';
        execute 'grant select on all tables in schema mart_public to csw_public';
        execute 'alter default privileges in schema mart_public grant select on tables to csw_public';
        foreach view_name in array public_views
        loop
            execute format('grant select on mart.%I to csw_public', view_name);
        end loop;
    end if;
end
$$;
comment on procedure ops.grant_access is 'Creates the roles csw_loader, csw_analyst, csw_dashboard and csw_public where it may, and gives them what they may read. Run by every migration; run it again after creating a role by hand.';
revoke execute on procedure ops.grant_access from public;
