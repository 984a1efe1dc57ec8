package uk.csw.jobs.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uk.csw.jobs.database.DatabaseSettingsWrong;
import uk.csw.jobs.database.DatabaseUnavailable;
import uk.csw.jobs.nightly.NightNotStarted;
import uk.csw.jobs.quarantine.ReplayProblem;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.schema.SchemaFailure;

/** Turns a failure into one plain paragraph on the console; the details go to the log file. */
final class ErrorParagraph implements IExecutionExceptionHandler {
    /** SQL states, as in appendix A of the PostgreSQL documentation. */
    private static final String DISK_FULL = "53100";

    private static final Pattern CONNECTION_LOST = Pattern.compile("08...|57P0[123]");

    private final CswCommand csw;

    ErrorParagraph(CswCommand csw) {
        this.csw = csw;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof ConfigurationProblems problems) {
            line.getErr()
                    .println("The configuration in " + csw.configFolder() + " has "
                            + problems.problems().size() + " problem(s):");
            problems.problems().forEach(problem -> line.getErr().println("  " + problem));
            return ExitCode.USAGE;
        }
        if (failure instanceof UsageProblem
                || failure instanceof DatabaseSettingsWrong
                || failure instanceof ReplayProblem) {
            line.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        LoggerFactory.getLogger(ErrorParagraph.class).error("csw {} failed", line.getCommandName(), failure);
        line.getErr().println(inWords(failure, csw.home().logs()));
        line.getErr().println("Details: " + csw.home().logs().resolve("csw.log"));
        return ExitCode.FAILED;
    }

    static int wrongArguments(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println(failure.getMessage());
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /**
     * The failure in words: what a lost database or a full disk is, and what to do; what it says itself where it says
     * that; else the innermost message.
     *
     * @param logs where the embedded server writes its log too
     */
    static String inWords(Throwable failure, Path logs) {
        if (failure instanceof DatabaseUnavailable || failure instanceof NightNotStarted) {
            return String.valueOf(failure.getMessage());
        }
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                if (DISK_FULL.equals(known.getSQLState())) {
                    return "The disk of the database is full: " + sentence(known) + " Make room, then run the same"
                            + " command again: it goes on from where it stopped.";
                }
                if (isConnectionLost(known)) {
                    return "The database does not answer any more: " + sentence(known) + " Its server stopped, or"
                            + " cannot be reached; a full disk stops the embedded one (" + room(logs) + " is left for "
                            + logs
                            + "). See the server's own log, then run the same command again: it goes on from where it"
                            + " stopped.";
                }
            }
            root = cause;
        }
        if (root instanceof FileSystemException file) {
            return file.getFile() + " cannot be used: " + why(file)
                    + ". Check the path, and who may read and write there.";
        }
        if (failure instanceof SchemaFailure) {
            return String.valueOf(failure.getMessage());
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return "Stopped by something unforeseen: " + message;
    }

    private static boolean isConnectionLost(SQLException failure) {
        // what the connection pool says of a connection that was lost in the statement before has no state
        return failure.getSQLState() == null
                ? "Connection is closed".equals(failure.getMessage())
                : CONNECTION_LOST.matcher(failure.getSQLState()).matches();
    }

    private static String why(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
    }

    private static String sentence(SQLException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("[.]?$", ".");
    }

    private static String room(Path folder) {
        try {
            return (Files.getFileStore(folder).getUsableSpace() >> 20) + " MB";
        } catch (IOException e) {
            return "unknown room";
        }
    }
}
