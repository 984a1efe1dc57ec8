package uk.csw.jobs.command;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.nightly.NightOutcome;
import uk.csw.jobs.nightly.Nightly;

/** {@code csw publish}: shows what was measured. */
@Command(
        name = "publish",
        description = {
            "Publishes the release that csw measure built and the gate let through.",
            "A release is shown whole or not at all. csw nightly and csw load publish by themselves, such "
                    + "a release first."
        })
final class PublishCommand implements Callable<Integer> {
    private final CswCommand csw;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "AUTHORITY",
            description = "code, such as 301; makes no difference, since a release is shown whole")
    private @Nullable String authority;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = Arguments.Period.class,
            description = "month, such as 2026-09; makes no difference either")
    private @Nullable YearMonth period;

    PublishCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws SQLException {
        if (authority != null) {
            Arguments.checkAuthority(authority, csw.configFolder());
            csw.out()
                    .println("Not " + authority + (period == null ? "" : " " + period)
                            + " alone: a release is shown whole.");
        }
        try (Warehouse warehouse = Warehouse.open(csw, "night");
                Nightly nightly = csw.nightly(warehouse)) {
            NightOutcome outcome = nightly.publish();
            csw.home().keepMetrics(nightly.metrics());
            if (outcome.runs().isEmpty()) {
                csw.out().println("Nothing to publish: no release waits. 'csw measure' builds one where it is needed.");
                return ExitCode.DONE;
            }
            return NightlyCommand.report(csw, warehouse, outcome);
        }
    }
}
