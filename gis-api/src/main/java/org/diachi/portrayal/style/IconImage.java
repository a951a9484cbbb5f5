package org.diachi.portrayal.style;

/** An icon that can be drawn at any size; compared by its name. */
public final class IconImage {

    private final String name;
    private final Drawing drawing;

    /** Draws the icon. */
    @FunctionalInterface
    public interface Drawing {
        /** As pixels of a height, alpha-premultiplied ARGB row by row, and their width. */
        Pixels draw(int height);
    }

    /**
     * Pixels of an icon.
     *
     * @param width of a row
     * @param argb premultiplied, row by row
     */
    public record Pixels(int width, int[] argb) {}

    IconImage(String name, Drawing drawing) {
        this.name = name;
        this.drawing = drawing;
    }

    /** The file's name inside the folder. */
    public String name() {
        return name;
    }

    /** As pixels of a height. */
    public Pixels draw(int height) {
        return drawing.draw(height);
    }
}
