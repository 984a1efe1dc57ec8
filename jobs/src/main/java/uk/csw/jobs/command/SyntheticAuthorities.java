package uk.csw.jobs.command;

import java.util.Comparator;
import java.util.List;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.reference.Population;
import uk.csw.pipeline.reference.ReferenceData;

/** Real authorities, with their real numbers of children, to write synthetic returns for. */
record SyntheticAuthorities(ReferenceData reference) {
    /** Hartlepool, and five of its statistical neighbours: as many as a neighbour average needs. */
    static final List<String> HARTLEPOOL_AND_NEIGHBOURS = List.of("805", "807", "876", "890", "393", "806");

    /** The authorities with these codes. */
    List<GeneratedAuthority> named(List<String> codes) {
        return codes.stream().map(this::named).toList();
    }

    private GeneratedAuthority named(String code) {
        String name = reference
                .authorities()
                .newest(code)
                .orElseThrow(() -> new UsageProblem("There is no authority " + code
                        + "; expected a three-digit code such as 805. See config/reference/authorities.csv."))
                .name();
        int children = reference.population().stream()
                .filter(figure -> figure.areaCode().equals(code))
                .max(Comparator.comparingInt(Population::midYear))
                .orElseThrow(() -> new UsageProblem("There is no population for authority " + code + " (" + name
                        + "). See config/reference/population.csv."))
                .children();
        return new GeneratedAuthority(Integer.parseInt(code), name, children);
    }
}
