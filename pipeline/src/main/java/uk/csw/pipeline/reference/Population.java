package uk.csw.pipeline.reference;

/**
 * Children aged 0 to 17 who live in an area at one mid-year.
 *
 * @param areaCode three-digit authority code, or ONS code of a region or of England
 * @param vintage the release the figure came from
 */
public record Population(String areaCode, int midYear, int children, String vintage) {}
