package org.diachi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The files that a call names. */
final class Inputs {

    private Inputs() {}

    /** Makes sure of a file before anything opens; a wrong call if it cannot be read. */
    static void requireReadable(CommandSpec command, Path file) {
        if (!Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "There is no readable file " + file);
        }
    }
}
