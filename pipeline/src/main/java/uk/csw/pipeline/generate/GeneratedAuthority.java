package uk.csw.pipeline.generate;

/**
 * An authority to write returns for.
 *
 * @param code the three-digit DfE code, which names its inbox folder
 * @param name for messages only
 * @param children residents aged 0 to 17; every size follows from it
 */
public record GeneratedAuthority(int code, String name, int children) {
    public GeneratedAuthority {
        if (code < 100 || code > 999) {
            throw new IllegalArgumentException("Authority code " + code + ": expected the three digits DfE uses");
        }
        if (children <= 0) {
            throw new IllegalArgumentException(
                    "Authority " + code + ": expected a population above 0, found " + children);
        }
    }
}
