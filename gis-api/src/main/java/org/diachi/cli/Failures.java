package org.diachi.cli;

import org.diachi.bench.BenchException;
import org.diachi.city.CityProfileException;
import org.diachi.db.DatabaseSetupException;
import org.diachi.mapping.MappingException;
import org.diachi.plate.PlateException;
import org.diachi.run.ImportRefusedException;
import org.diachi.search.batch.MatchRefusedException;
import org.diachi.source.BrokenFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed: in one line what a person can mend, with a stack trace what only we can. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (isMendable(failure)) {
            command.getErr().println("diachi: " + failure.getMessage());
        } else {
            command.getErr().println("diachi: " + command.getCommandName() + " failed");
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.FAILED;
    }

    private static boolean isMendable(Exception failure) {
        return failure instanceof BenchException
                || failure instanceof DatabaseSetupException
                || failure instanceof CityProfileException
                || failure instanceof MappingException
                || failure instanceof PlateException
                || failure instanceof BrokenFileException
                || failure instanceof ImportRefusedException
                || failure instanceof MatchRefusedException;
    }
}
