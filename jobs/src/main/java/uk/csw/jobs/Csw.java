package uk.csw.jobs;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import uk.csw.jobs.command.CswCommand;

/** Entry point of the program. */
public final class Csw {
    private Csw() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, terminalCharset());
        PrintWriter err = new PrintWriter(System.err, true, terminalCharset());
        System.exit(CswCommand.commandLine(System.getenv(), out, err).execute(args));
    }

    private static Charset terminalCharset() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
