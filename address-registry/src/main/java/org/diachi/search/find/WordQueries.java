package org.diachi.search.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.diachi.search.index.Snapshot;
import org.diachi.search.text.Form;
import org.diachi.search.text.Typed;
import org.diachi.search.text.TypedWord;
import org.jspecify.annotations.Nullable;

/** Queries for documents that have the words of a text, the rarer words counting more. */
final class WordQueries {

    private static final float BEGUN = 2f;
    private static final float MISSPELT = 0.5f;
    private static final int MOST_MISSPELLINGS = 40;
    private static final int LONG = 8;

    private WordQueries() {}

    /**
     * How documents are looked for.
     *
     * @param isLenient whether misspelt words count too
     * @param isWhole whether every word that tells something must be there; that is by far the fastest
     */
    record Look(boolean isLenient, boolean isWhole) {

        /** The looks to take until one brings something. */
        static List<Look> inTurn(Question question, boolean isLenient) {
            Look any = new Look(isLenient, false);
            return question.isTelling() ? List.of(new Look(isLenient, true), any) : List.of(any);
        }
    }

    /**
     * The words of a text.
     *
     * @param fields and what a word in them counts
     * @param index that is searched
     */
    static BooleanQuery of(Question question, List<Field> fields, Look look, Snapshot index) {
        Typed text = question.text();
        boolean isLenient = look.isLenient();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 0; i < text.size(); i++) {
            List<Query> ways = new ArrayList<>();
            Set<String> words = words(text, i);
            for (Field field : fields) {
                words.forEach(word -> ways.add(boost(new TermQuery(new Term(field.name(), word)), field.boost())));
                addUnsure(question, i, field, isLenient ? index : null, ways);
            }
            boolean isNeeded = look.isWhole() && question.isTelling(i);
            query.add(
                    new DisjunctionMaxQuery(ways, 0), isNeeded ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    /**
     * A field that is searched.
     *
     * @param boost what a word in it counts
     * @param surePrefix how many letters of a misspelt word are taken to be right
     */
    record Field(String name, float boost, int surePrefix) {}

    /** All that a word may be, alone or run together with the next. */
    static Set<String> words(Typed text, int i) {
        Set<String> words = new LinkedHashSet<>();
        TypedWord word = text.word(i);
        word.forms().forEach(form -> words.add(form.fold()));
        word.phrases().forEach(phrase -> phrase.forEach(form -> words.add(form.fold())));
        if (i + 1 < text.size() && !word.hasDigit()) {
            words.add(word.typed().fold() + text.word(i + 1).typed().fold());
        }
        return words;
    }

    /** @param index among whose words misspelt ones are looked for, or null */
    private static void addUnsure(Question question, int i, Field field, @Nullable Snapshot index, List<Query> ways) {
        Typed text = question.text();
        for (Form form : text.word(i).forms()) {
            String fold = form.fold();
            if (text.isOpen(i)) {
                Query begun = new ConstantScoreQuery(new PrefixQuery(new Term(field.name(), fold)));
                ways.add(boost(begun, BEGUN * field.boost()));
            }
            if (index != null && question.isMisspelt(i, form, word -> index.has(field.name(), word))) {
                int edits = fold.length() < LONG ? 1 : 2;
                Query like = new FuzzyQuery(
                        new Term(field.name(), fold), edits, field.surePrefix(), MOST_MISSPELLINGS, true);
                ways.add(boost(like, MISSPELT * field.boost()));
            }
        }
    }

    private static Query boost(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }
}
