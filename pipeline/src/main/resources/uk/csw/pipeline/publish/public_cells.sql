-- The figures of the measured authorities that everybody may see: those made of whole periods of the grain chosen for
-- their year, every one of them safe. Whatever is worked out from such figures is a sum or difference of safe counts.
insert into public_chosen (authority_key, period_key, kpi_code, basis)
with windowed as (
    select
        public_figure.*,
        case basis
            when 'month' then month_index
            when 'quarter' then month_index - 2
            when 'ytd' then year_end_index - 11
            else month_index - 11
        end as first_index,
        bool_and(is_safe) filter (where is_position) over (
            partition by authority_key, disclosure_group, month_index
        ) as is_position_safe
    from public_figure
)
select
    windowed.authority_key,
    windowed.period_key,
    windowed.kpi_code,
    windowed.basis
from windowed
left join public_run as opening
    on opening.authority_key = windowed.authority_key
    and opening.disclosure_group = windowed.disclosure_group
    and opening.first_index = windowed.first_index
left join public_run as closing
    on closing.authority_key = windowed.authority_key
    and closing.disclosure_group = windowed.disclosure_group
    and closing.last_index = windowed.month_index
where case
    when windowed.disclosure = 'none' then true
    when windowed.is_position then windowed.is_position_safe
    -- Figures over several years overlap, and nothing tells the single years: those are shown that do not overlap.
    when windowed.window_years > 1
        then windowed.is_safe
            and windowed.month_index = windowed.year_end_index
            and windowed.year_end_index / 12 % windowed.window_years = 0
    else windowed.is_safe and opening.run_no = closing.run_no
end
