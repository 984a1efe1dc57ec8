package uk.csw.pipeline.kpi;

/**
 * The work still open that a year-end figure of timeliness will have to take in.
 *
 * @param open KPI that counts what is open at the end of a period
 * @param late KPI that counts those of it whose time has run out already
 */
public record Outstanding(String open, String late) {}
