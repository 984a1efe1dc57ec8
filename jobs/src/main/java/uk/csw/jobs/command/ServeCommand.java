package uk.csw.jobs.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code csw serve}: keeps the database up until it is interrupted. */
@Command(name = "serve", description = "Keeps the database up for Power BI, Excel and psql until interrupted.")
final class ServeCommand implements Callable<Integer> {
    private final CswCommand csw;

    ServeCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = csw.out();
        try (Warehouse warehouse = Warehouse.open(csw, "serve")) {
            HowToConnect.print(out, csw.home(), warehouse);
            out.println("Stop with Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }
}
