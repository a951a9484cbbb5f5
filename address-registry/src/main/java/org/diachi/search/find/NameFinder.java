package org.diachi.search.find;

import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.diachi.search.index.Fields;
import org.diachi.search.index.Snapshot;

/** Finds objects by their names: businesses, public spaces, buildings that have one. */
final class NameFinder {

    private static final int MOST = 60;
    private static final int MOST_WARDS = 500;
    private static final float STREET = 0.6f;
    private static final float IN_WARD = 3;

    private static final List<WordQueries.Field> FIELDS =
            List.of(new WordQueries.Field(Fields.NAME, 1, 1), new WordQueries.Field(Fields.NEAR, STREET, 1));

    private final Snapshot index;
    private final Question question;
    private final Explainer explainer;
    private final AddressFinder objects;

    NameFinder(Snapshot index, Question question, Explainer explainer, AddressFinder objects) {
        this.index = index;
        this.question = question;
        this.explainer = explainer;
        this.objects = objects;
    }

    void add(boolean isLenient, Found found) {
        for (WordQueries.Look look : WordQueries.Look.inTurn(question, isLenient)) {
            ScoreDoc[] hits = index.best(query(look), MOST);
            for (ScoreDoc hit : hits) {
                objects.addNamed(hit.doc, found);
            }
            if (hits.length > 0) {
                return;
            }
        }
    }

    private BooleanQuery query(WordQueries.Look look) {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(WordQueries.of(question, FIELDS, look, index), Occur.MUST);
        Set<Long> named = explainer.namedWards();
        if (!named.isEmpty() && named.size() <= MOST_WARDS) {
            query.add(new BoostQuery(new ConstantScoreQuery(inWards(named)), IN_WARD), Occur.SHOULD);
        }
        addFilter(query);
        return query.build();
    }

    private void addFilter(BooleanQuery.Builder query) {
        SearchRequest.Filter filter = question.request().filter();
        Set<Long> wards = filter.wards();
        if (wards != null) {
            query.add(inWards(wards), Occur.FILTER);
        }
        if (!filter.kinds().isEmpty()) {
            BooleanQuery.Builder kinds = new BooleanQuery.Builder();
            filter.kinds().forEach(kind -> kinds.add(new TermQuery(new Term(Fields.KIND, kind.label())), Occur.SHOULD));
            query.add(kinds.build(), Occur.FILTER);
        }
        if (filter.area() != null) {
            query.add(index.near(filter.area().getEnvelopeInternal()), Occur.FILTER);
        }
    }

    private static Query inWards(Set<Long> wards) {
        return new TermInSetQuery(
                Fields.WARD,
                wards.stream().map(ward -> new BytesRef(ward.toString())).toList());
    }
}
