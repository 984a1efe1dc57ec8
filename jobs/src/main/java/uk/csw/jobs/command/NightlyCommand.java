package uk.csw.jobs.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code csw nightly}: the whole flow for every new or changed delivery. */
@Command(name = "nightly", description = "Takes every new or changed delivery through the whole flow.")
final class NightlyCommand implements Callable<Integer> {
    private final CswCommand csw;

    NightlyCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Option(names = "--inbox", paramLabel = "DIR", description = "folder of the deliveries; default ./inbox")
    private @Nullable Path inbox;

    @Override
    public Integer call() {
        try (Warehouse warehouse = Warehouse.open(csw, "nightly")) {
            return ExitCode.DONE;
        }
    }
}
