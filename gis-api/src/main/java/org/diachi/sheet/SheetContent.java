package org.diachi.sheet;

import java.util.List;
import java.util.Objects;

/**
 * What stands on a sheet: the texts of page and PDF alike, in one language.
 *
 * @param title of the sheet
 * @param facts about the whole
 * @param sections in their order
 */
record SheetContent(String language, String title, List<Fact> facts, List<Section> sections) {

    SheetContent {
        Objects.requireNonNull(language, "language");
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** A name and what is said of it. */
    record Fact(String name, String value) {}

    /**
     * A heading, facts and a table.
     *
     * @param columns headings of the table; none if there is no table
     * @param numbers how many of the last columns are numbers
     * @param rows with as many cells as there are columns
     */
    record Section(String heading, List<Fact> facts, List<String> columns, int numbers, List<List<String>> rows) {

        Section {
            facts = List.copyOf(facts);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
