package org.diachi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This very program once more, in a Java virtual machine of its own.
 *
 * @param mainClass the class to start where the program does not come as one jar
 */
public record JavaChild(String mainClass) {

    /**
     * The command line that starts it.
     *
     * @param options of the virtual machine
     * @param arguments of the program
     */
    public List<String> command(List<String> options, List<String> arguments) {
        return command(System.getProperty("java.class.path"), options, arguments);
    }

    List<String> command(String classPath, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        boolean isOneJar = classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"));
        // A jar brings its class path along; its own launcher knows how to read it.
        command.addAll(isOneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
