package org.diachi.export.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a SWMM model does not have from the register: what was assumed, and what was left out, with how often. */
public final class SwmmNotes {

    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String note) {
        counts.merge(note, 1, Integer::sum);
    }

    /** One sentence for each kind. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        counts.forEach((note, count) -> sentences.add(count + " " + note));
        return sentences;
    }
}
