package org.diachi.http;

import java.util.regex.Pattern;
import org.diachi.http.problem.ProblemException;

/** Reads lists of numbers from parameters. */
final class Numbers {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private Numbers() {}

    /**
     * Numbers with commas between them.
     *
     * @param hint how to give them, as a sentence without its full stop
     * @throws ProblemException if one is no finite number
     */
    static double[] parse(String parameter, String text, String hint) {
        String[] parts = COMMA.split(text.strip(), -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = parse(parameter, parts[i], text, hint);
        }
        return numbers;
    }

    private static double parse(String parameter, String part, String text, String hint) {
        try {
            double number = Double.parseDouble(part);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refusal(parameter, part, text, hint);
        }
        throw refusal(parameter, part, text, hint);
    }

    private static ProblemException refusal(String parameter, String part, String text, String hint) {
        return ProblemException.badValue(
                parameter,
                "The parameter \"" + parameter + "\" is \"" + text + "\", where \"" + part + "\" is no number. " + hint
                        + ".");
    }
}
