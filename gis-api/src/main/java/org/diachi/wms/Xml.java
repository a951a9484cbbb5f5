package org.diachi.wms;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, element by element. For one thread. */
public final class Xml {

    private final StringBuilder text = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Adds what is XML already. */
    public Xml raw(String xml) {
        text.append(xml);
        return this;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    public Xml begin(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last. */
    public Xml end() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that has a text and nothing else. */
    public Xml element(String name, String content, String... attributes) {
        tag(name, attributes)
                .append('>')
                .append(escape(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    public Xml empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    /** A text that is fit to stand in XML and HTML; signs that XML does not know become spaces. */
    public static String escape(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isKnown(sign) ? sign : ' ');
            }
        });
        return escaped.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isKnown(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= 0x20 && sign <= 0xD7FF
                || sign >= 0xE000 && sign <= 0xFFFD
                || sign >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
