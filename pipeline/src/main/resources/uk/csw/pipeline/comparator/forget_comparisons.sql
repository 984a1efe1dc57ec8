delete from kpi.published_comparison
