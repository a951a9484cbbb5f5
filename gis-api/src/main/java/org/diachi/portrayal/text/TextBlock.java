package org.diachi.portrayal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text, each in the middle below the other.
 *
 * @param size the height of the letters in pixels
 * @param slant how far letters lean to the right, in their heights
 * @param width of the widest line in pixels
 */
record TextBlock(Face face, double size, double slant, List<String> lines, double width) {

    /** From one base line to the next, in heights of letters. */
    private static final double LINE = 1.2;

    /** How far the base line is below the middle of capital letters, in heights of letters. */
    static final double BASE_LINE = 0.36;

    /** Breaks a text where it would be wider than a number of pixels, if it has blanks there. */
    static TextBlock of(Face face, double size, double slant, String text, double widest) {
        List<String> lines = new ArrayList<>();
        double width = 0;
        for (String paragraph : text.split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("(?U)\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && face.width(longer) * size > widest) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        for (String line : lines) {
            width = Math.max(width, face.width(line) * size);
        }
        return new TextBlock(face, size, slant, lines, width);
    }

    double height() {
        return lines.size() * LINE * size;
    }

    /** Where a line begins, from the middle of the block. */
    double lineX(int line) {
        return -face.width(lines.get(line)) * size / 2;
    }

    /** The base line of a line, from the middle of the block. */
    double lineY(int line) {
        return (line + 0.5) * LINE * size - height() / 2 + BASE_LINE * size;
    }
}
