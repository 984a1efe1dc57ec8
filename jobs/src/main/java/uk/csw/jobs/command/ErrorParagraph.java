package uk.csw.jobs.command;

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
        boolean saysWhatToDo = failure instanceof DatabaseUnavailable
                || failure instanceof SchemaFailure
                || failure instanceof NightNotStarted;
        line.getErr().println(saysWhatToDo ? failure.getMessage() : unexpected(failure));
        line.getErr().println("Details: " + csw.home().logs().resolve("csw.log"));
        return ExitCode.FAILED;
    }

    static int wrongArguments(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println(failure.getMessage());
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String unexpected(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return "Stopped by something unforeseen: " + message;
    }
}
