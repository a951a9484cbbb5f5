package org.diachi.search.find;

import java.util.List;
import java.util.Locale;
import org.diachi.search.index.Card;
import org.diachi.search.index.Fields;
import org.diachi.search.index.Snapshot;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;

/** Finds objects by codes, ours and those of others. */
final class CodeFinder {

    private static final int MOST_WITH_ONE_ID = 20;

    private final Snapshot index;
    private final long day;

    CodeFinder(Snapshot index, long day) {
        this.index = index;
        this.day = day;
    }

    void add(String text, Found found) {
        CodeReader.Result result = CodeReader.read(text);
        result.findCode()
                .ifPresent(code ->
                        addAt(Fields.KEY, code.toString(), new Match(Grade.A, 1, List.of("code"), List.of()), found));
        for (Code code : result.candidates()) {
            Match match = new Match(Grade.C, 0.8, List.of("code"), List.of("code: mistyped (" + code + ")"));
            addAt(Fields.KEY, code.toString(), match, found);
        }
        Match match = new Match(Grade.A, 1, List.of("externalId"), List.of());
        addAt(Fields.EXTERNAL, text.strip().toLowerCase(Locale.ROOT), match, found);
    }

    private void addAt(String field, String term, Match match, Found found) {
        int[] left = {MOST_WITH_ONE_ID};
        index.visit(field, term, doc -> {
            Card card = index.card(doc);
            AddressStatus status = card.status(day);
            if (status != AddressStatus.REJECTED) {
                found.add(new Target.OfObject(doc, card, card.on(day), status), told(match, status));
            }
            return --left[0] > 0;
        });
    }

    private static Match told(Match match, AddressStatus status) {
        return status == AddressStatus.RETIRED && match.grade() == Grade.A
                ? new Match(Grade.B, match.score(), match.matched(), List.of("status: retired"))
                : match;
    }
}
