package org.diachi.pack.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a pack says of itself.
 *
 * @param format changes whenever packs are written otherwise
 * @param register tells the register from all others
 * @param seq the last entry of the change log that the pack contains
 * @param at when that entry was written: a restored database may have gone another way since
 * @param day on which it was written, by the database: plans come to steps on days
 * @param columns the names of the attributes, in order
 */
public record PackHead(String format, String register, long seq, String at, LocalDate day, List<String> columns) {

    /** How long the head is, filled up with spaces. */
    static final int BYTES = 1 << 14;

    private static final JsonMapper JSON = new JsonMapper();

    public PackHead {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(day, "day");
        columns = List.copyOf(columns);
    }

    /**
     * Where things are.
     *
     * @param count of the rows
     * @param sizes of the sections, one behind the other after the head
     */
    record Table(int count, List<Long> sizes) {}

    private record Whole(PackHead head, Table table) {}

    /** Both as text of the right length. */
    String write(Table table) {
        String text = JSON.writeValueAsString(new Whole(this, table));
        int length = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (length > BYTES) {
            throw new IllegalStateException("The head of the pack is too long: " + length);
        }
        return text + " ".repeat(BYTES - length);
    }

    static PackHead readHead(String text) {
        return JSON.readValue(text, Whole.class).head();
    }

    static Table readTable(String text) {
        return JSON.readValue(text, Whole.class).table();
    }
}
