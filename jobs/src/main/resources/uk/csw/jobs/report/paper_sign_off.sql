-- Who signed the figures of a period off, as a paragraph; nothing while nobody has.
select
    format(
        E'Signed off by %s on %s%s.\n',
        signed_off_by,
        to_char(signed_off_at at time zone 'Europe/London', 'FMDD FMMonth YYYY'),
        case when note <> '' then ': ' || regexp_replace(rtrim(note, '.'), '\s+', ' ', 'g') else '' end
    )
from mart.sign_off
where
    authority_code = :authority
    and period_key = :period
    and is_in_force
