-- One row per term: the words of the warehouse, the acronyms of the field, the KPIs.
create view mart.glossary as
with standing_term (kind, term, meaning) as (
    values
        ('word', 'authority', 'A council responsible for children''s services, with the three-digit code of the Department for Education.'),
        ('word', 'basis', 'How a figure is accumulated over time: month, quarter, ytd, r12, snapshot or annual.'),
        ('word', 'comparator', 'What a figure is set beside: the previous period, the same period last year, a target, statistical neighbours, a comparison group, region or England.'),
        ('word', 'comparison group', 'Authorities that a council chose to be compared with, besides its statistical neighbours; see mart.comparison_group.'),
        ('word', 'confidence interval', 'The range in which the underlying rate lies in 95 of 100 cases; wide when numbers are small.'),
        ('word', 'delivery', 'The files one authority sends for one month.'),
        ('word', 'denominator', 'What a figure is counted out of; n on a scorecard.'),
        ('word', 'episode', 'An unbroken spell of legal status, placement and carer of a looked after child.'),
        ('word', 'looked after', 'In the care of the authority, under a court order or by agreement with the parents.'),
        ('word', 'numerator', 'What a figure counts.'),
        ('word', 'period of care', 'The time from starting to be looked after to ceasing, whatever changes in between.'),
        ('word', 'placement', 'Where a looked after child lives.'),
        ('word', 'polarity', 'Whether a higher or a lower figure is better, one within a range, or neither.'),
        ('word', 'pseudonymous', 'A key stands for the child; names and identifiers are left out.'),
        ('word', 'quarantine', 'Where rows wait that could not be loaded, until they are repaired.'),
        ('word', 'release', 'One publication of all figures; the next replaces it at once and keeps it for comparison.'),
        ('word', 'restatement', 'A figure that differs from what an earlier release showed.'),
        ('word', 'short breaks', 'Planned stays away from home that relieve the family; left out of figures on looked after children.'),
        ('word', 'statistical neighbours', 'The ten authorities most like an authority in the people who live there.'),
        ('word', 'suppression', 'Hiding a small number so that nobody can be recognised.'),
        ('word', 'vintage', 'The edition of a published table or neighbour model from which a figure comes.'),
        ('basis', 'month', 'What happened in the month.'),
        ('basis', 'quarter', 'What happened in the three months of the quarter.'),
        ('basis', 'ytd', 'Year to date: what happened from April to the end of the month.'),
        ('basis', 'r12', 'Rolling 12 months: what happened in the twelve months to the end of the month.'),
        ('basis', 'snapshot', 'The position on the last day of the month.'),
        ('basis', 'annual', 'What happened in the financial year, or the position on 31 March.'),
        ('comparator', 'previous_period', 'The period before, on the same basis.'),
        ('comparator', 'same_period_last_year', 'The same period twelve months earlier, on the same basis.'),
        ('comparator', 'target', 'What the authority has set itself.'),
        ('comparator', 'statistical_neighbours', 'The average of the ten most similar authorities that have a figure.'),
        ('comparator', 'region', 'The published figure of the region; Inner or Outer London for London authorities.'),
        ('comparator', 'england', 'The published figure of England.'),
        ('comparator', 'top_quartile', 'What the best quarter of English authorities with a published figure reach: the 75th percentile, the 25th where lower is better.'),
        ('status', 'measured', 'There is a figure.'),
        ('status', 'suppressed', 'The figure is hidden because it rests on a small number.'),
        ('status', 'too_few', 'The figure rests on too few cases to judge by; it gets no colour.'),
        ('status', 'immature', 'The outcome of the newest cases is not known yet; the figure will move.'),
        ('status', 'not_available', 'The data do not reach back far enough, or are missing.'),
        ('status', 'not_applicable', 'The figure makes no sense for this authority or month.'),
        ('status', 'no_data', 'There was nothing to count out of.'),
        ('colour', 'RED', 'Off target: look at it. Not evidence that something has gone wrong.'),
        ('colour', 'AMBER', 'Off target, within the tolerance agreed.'),
        ('colour', 'GREEN', 'On target.'),
        ('colour', 'BLUE', 'For information: no target is set.'),
        ('colour', 'GREY', 'Nothing to judge: no figure, hidden, or too few cases.'),
        ('acronym', 'DfE', 'Department for Education'),
        ('acronym', 'GSS', 'Government Statistical Service'),
        ('acronym', 'KPI', 'Key performance indicator'),
        ('acronym', 'ONS', 'Office for National Statistics'),
        ('acronym', 'RAG', 'Red, amber, green'),
        ('acronym', 'SSDA903', 'The yearly statutory return on looked after children'),
        ('acronym', 'URN', 'Unique reference number of a home, agency or school')
),

kpi_acronym as (
    -- distinct: several KPIs spell out the same acronym
    select distinct
        'acronym' as kind,
        split_part(entry.text, ': ', 1) as term,
        substr(entry.text, strpos(entry.text, ': ') + 2) as meaning
    from mart.dim_kpi as definition
    cross join lateral regexp_split_to_table(definition.acronyms, '; ') as entry (text)
    where entry.text like '%: %'
),

kpi_term as (
    select
        'kpi' as kind,
        definition.kpi_code as term,
        definition.kpi_name || '. ' || definition.plain_english as meaning
    from mart.dim_kpi as definition
)

select
    kind,
    term,
    meaning
from standing_term
union
select
    kind,
    term,
    meaning
from kpi_acronym
union
select
    kind,
    term,
    meaning
from kpi_term;

comment on view mart.glossary is 'One row per term: the words of the warehouse, the acronyms of the field, the KPIs. An acronym that two KPIs spell out differently has two rows.';
comment on column mart.glossary.kind is 'word, basis, comparator, status, colour, acronym or kpi.';
comment on column mart.glossary.term is 'The term as it is written in the other views.';
comment on column mart.glossary.meaning is 'What it means, in plain English.';
