package uk.csw.pipeline.judge;

/** How a figure is judged. */
enum RuleType {
    /** The target or more. */
    TARGET_HIGH,
    /** The target or less. */
    TARGET_LOW,
    /** Within an expected range. */
    RANGE,
    /** The share of the year's target that is due by now; lower is better where it is for the KPI. */
    PROFILED_TARGET,
    /** Another figure is the target: that of the neighbours, the region, England or its best quarter. */
    COMPARATOR,
    /** For information only. */
    NONE
}
