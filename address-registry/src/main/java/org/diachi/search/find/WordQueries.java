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
    private static final int SHORT = 3;
    private static final int LONG = 8;

    private WordQueries() {}

    /**
     * A word each of which may be missing.
     *
     * @param fields and what a word in them counts
     * @param isLenient whether misspelt words count too
     * @param index that is searched
     */
    static BooleanQuery.Builder of(Typed text, List<Field> fields, boolean isLenient, Snapshot index) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 0; i < text.size(); i++) {
            List<Query> ways = new ArrayList<>();
            Set<String> words = words(text, i);
            for (Field field : fields) {
                words.forEach(word -> ways.add(boost(new TermQuery(new Term(field.name(), word)), field.boost())));
                addUnsure(text, i, field, isLenient ? index : null, ways);
            }
            query.add(new DisjunctionMaxQuery(ways, 0), BooleanClause.Occur.SHOULD);
        }
        return query;
    }

    /**
     * A field that is searched.
     *
     * @param boost what a word in it counts
     * @param surePrefix how many letters of a misspelt word are taken to be right
     */
    record Field(String name, float boost, int surePrefix) {}

    /** All that a word may be, alone or run together with the next. */
    private static Set<String> words(Typed text, int i) {
        Set<String> words = new LinkedHashSet<>();
        TypedWord word = text.word(i);
        word.forms().forEach(form -> words.add(form.fold()));
        word.phrases().forEach(phrase -> phrase.forEach(form -> words.add(form.fold())));
        if (i + 1 < text.size() && !word.hasDigit()) {
            words.add(word.typed().fold() + text.word(i + 1).typed().fold());
        }
        return words;
    }

    /** @param index among whose words misspelt ones are looked for, or null; a word that is there is not misspelt */
    private static void addUnsure(Typed text, int i, Field field, @Nullable Snapshot index, List<Query> ways) {
        for (Form form : text.word(i).forms()) {
            String word = form.fold();
            if (text.isOpen(i)) {
                Query begun = new ConstantScoreQuery(new PrefixQuery(new Term(field.name(), word)));
                ways.add(boost(begun, BEGUN * field.boost()));
            }
            boolean mayBeMisspelt = word.length() >= SHORT && !text.word(i).hasDigit();
            if (index != null && mayBeMisspelt && !index.has(field.name(), word)) {
                int edits = word.length() < LONG ? 1 : 2;
                Query like = new FuzzyQuery(
                        new Term(field.name(), word), edits, field.surePrefix(), MOST_MISSPELLINGS, true);
                ways.add(boost(like, MISSPELT * field.boost()));
            }
        }
    }

    private static Query boost(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }
}
