delete from quarantine.finding
where delivery_id = any (:deliveries)
    and rule_code = any (:codes)
