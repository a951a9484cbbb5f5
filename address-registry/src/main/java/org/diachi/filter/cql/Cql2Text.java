package org.diachi.filter.cql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.diachi.filter.ParsedFilter;
import org.diachi.filter.Places;
import org.diachi.filter.cql.Token.Kind;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/**
 * Reads CQL2 text (OGC 21-065, annex B) by recursive descent. Conditions and values are read by the same rules, since an
 * opening bracket tells nothing of what it opens, and told apart when they are used.
 */
final class Cql2Text {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private final Tokens tokens;
    private final Builder builder;
    private final GeometryText geometries;
    private int depth;

    private Cql2Text(String text) {
        this.tokens = new Tokens(text);
        this.builder = new Builder(new Places(text));
        this.geometries = new GeometryText(tokens);
    }

    static ParsedFilter parse(String text) {
        Cql2Text parser = new Cql2Text(text);
        Filter filter = parser.condition(parser.alternatives());
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.unexpected("AND, OR or the end");
        }
        return new ParsedFilter(filter, parser.builder.places());
    }

    /** What was read, and where it began. */
    private record Part(Object content, int start) {

        String place() {
            return Places.character(start);
        }
    }

    private String here() {
        return Places.character(tokens.peek().start());
    }

    private Filter condition(Part part) {
        if (part.content() instanceof Filter filter) {
            return filter;
        }
        if (part.content() instanceof Literal literal && literal.getValue() instanceof Boolean truth) {
            return truth ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        throw new FilterException(
                part.place(), "there is a value where a condition is wanted; compare it with something");
    }

    private Expression value(Part part) {
        if (part.content() instanceof Expression expression) {
            return expression;
        }
        throw new FilterException(part.place(), "there is a condition where a value is wanted");
    }

    /** One step deeper. */
    private void enter() {
        FilterLimits.requireFlat(++depth, here());
    }

    private Part alternatives() {
        Part first = conjunction();
        if (!tokens.peek().isWord("OR")) {
            return first;
        }
        List<Filter> filters = new ArrayList<>(List.of(condition(first)));
        while (tokens.acceptWord("OR")) {
            filters.add(condition(conjunction()));
        }
        return new Part(builder.any(filters, first.place()), first.start());
    }

    private Part conjunction() {
        Part first = negation();
        if (!tokens.peek().isWord("AND")) {
            return first;
        }
        List<Filter> filters = new ArrayList<>(List.of(condition(first)));
        while (tokens.acceptWord("AND")) {
            filters.add(condition(negation()));
        }
        return new Part(builder.all(filters, first.place()), first.start());
    }

    private Part negation() {
        int start = tokens.peek().start();
        if (!tokens.acceptWord("NOT")) {
            return predicate();
        }
        enter();
        Filter negated = builder.not(condition(negation()), Places.character(start));
        depth--;
        return new Part(negated, start);
    }

    private Part predicate() {
        Part left = sum();
        Token operator = tokens.peek();
        String place = Places.character(operator.start());
        if (operator.kind() == Kind.SIGN && COMPARISONS.contains(operator.text())) {
            tokens.take();
            List<Expression> both = List.of(value(left), value(sum()));
            return new Part(builder.predicate(operator.text(), both, place), left.start());
        }
        if (tokens.acceptWord("IS")) {
            boolean isNegated = tokens.acceptWord("NOT");
            tokens.expectWord("NULL");
            return negatedIf(isNegated, builder.isNull(value(left), place), left);
        }
        boolean isNegated = tokens.acceptWord("NOT");
        if (tokens.acceptWord("LIKE")) {
            return negatedIf(isNegated, builder.like(value(left), value(sum()), place), left);
        }
        if (tokens.acceptWord("BETWEEN")) {
            Expression low = value(sum());
            tokens.expectWord("AND");
            return negatedIf(isNegated, builder.between(value(left), low, value(sum()), place), left);
        }
        if (tokens.acceptWord("IN")) {
            return negatedIf(isNegated, builder.in(value(left), arguments(), place), left);
        }
        if (isNegated) {
            throw tokens.unexpected("LIKE, BETWEEN or IN");
        }
        return left;
    }

    private Part negatedIf(boolean isNegated, Filter filter, Part left) {
        return new Part(isNegated ? builder.not(filter, left.place()) : filter, left.start());
    }

    private Part sum() {
        Part left = product();
        int steps = 0;
        while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
            FilterLimits.requireFlat(depth + ++steps, here());
            left = computed(tokens.take().text(), left, product());
        }
        return left;
    }

    private Part product() {
        Part left = power();
        int steps = 0;
        while (tokens.peek().isSign("*")
                || tokens.peek().isSign("/")
                || tokens.peek().isSign("%")
                || tokens.peek().isWord("DIV")) {
            FilterLimits.requireFlat(depth + ++steps, here());
            String operator = tokens.take().text().toLowerCase(Locale.ROOT);
            left = computed(operator, left, power());
        }
        return left;
    }

    private Part power() {
        Part base = signed();
        return tokens.acceptSign("^") ? computed("^", base, signed()) : base;
    }

    private Part computed(String operator, Part left, Part right) {
        return new Part(builder.arithmetic(operator, value(left), value(right), left.place()), left.start());
    }

    private Part signed() {
        int start = tokens.peek().start();
        if (!tokens.acceptSign("-")) {
            return primary();
        }
        String place = Places.character(start);
        if (tokens.peek().kind() == Kind.NUMBER) {
            BigDecimal number = new BigDecimal(tokens.take().text());
            return new Part(builder.number(number.negate(), place), start);
        }
        enter();
        Expression negated = value(signed());
        depth--;
        return new Part(builder.arithmetic("*", builder.number(MINUS_ONE, place), negated, place), start);
    }

    private Part primary() {
        Token token = tokens.peek();
        String place = Places.character(token.start());
        return switch (token.kind()) {
            case STRING -> new Part(builder.literal(tokens.take().text(), place), token.start());
            case NUMBER -> new Part(builder.number(new BigDecimal(tokens.take().text()), place), token.start());
            case QUOTED_NAME -> new Part(builder.property(tokens.take().text(), place), token.start());
            case WORD -> new Part(word(place), token.start());
            case SIGN -> inBrackets();
            default -> throw tokens.unexpected("a property or a value");
        };
    }

    /** A condition, a value, or a list of values. */
    private Part inBrackets() {
        int start = tokens.peek().start();
        if (!tokens.peek().isSign("(")) {
            throw tokens.unexpected("a property or a value");
        }
        enter();
        tokens.take();
        if (tokens.acceptSign(")")) {
            depth--;
            return new Part(builder.array(List.of(), Places.character(start)), start);
        }
        Part first = alternatives();
        Object content = first.content();
        if (tokens.peek().isSign(",")) {
            List<Expression> elements = new ArrayList<>(List.of(value(first)));
            while (tokens.acceptSign(",")) {
                elements.add(value(alternatives()));
            }
            content = builder.array(elements, Places.character(start));
        }
        tokens.expectSign(")");
        depth--;
        return new Part(content, start);
    }

    private Object word(String place) {
        String word = tokens.peek().text().toLowerCase(Locale.ROOT);
        if (tokens.peekSecond().isSign("(") || GeometryText.isGeometry(word)) {
            return called(word, place);
        }
        Token token = tokens.peek();
        if (Words.isReserved(word)) {
            throw tokens.unexpected("a property or a value");
        }
        tokens.take();
        if (word.equals("true") || word.equals("false")) {
            return builder.literal(word.equals("true"), place);
        }
        return builder.property(token.text(), place);
    }

    private Object called(String name, String place) {
        if (GeometryText.isGeometry(name)) {
            return builder.literal(geometries.read(), place);
        }
        if (!Words.isCallable(name)) {
            throw new FilterException(place, "there is no function " + name + "; " + Words.callable() + " are known");
        }
        Token called = tokens.take();
        enter();
        List<Expression> arguments = arguments();
        depth--;
        if (Builder.isPredicate(name)) {
            return builder.predicate(name, arguments, place);
        }
        if (Builder.isFunction(name)) {
            return builder.function(name, arguments, place);
        }
        if (name.equals("interval")) {
            return builder.interval(arguments, place);
        }
        String text = onlyText(called, arguments);
        return name.equals("date") ? builder.date(text, place) : builder.timestamp(text, place);
    }

    private static String onlyText(Token called, List<Expression> arguments) {
        if (arguments.size() == 1
                && arguments.get(0) instanceof Literal literal
                && literal.getValue() instanceof String text) {
            return text;
        }
        throw new FilterException(
                Places.character(called.start()), called.text().toUpperCase(Locale.ROOT) + " takes one text in quotes");
    }

    private List<Expression> arguments() {
        tokens.expectSign("(");
        List<Expression> arguments = new ArrayList<>();
        if (tokens.acceptSign(")")) {
            return arguments;
        }
        do {
            arguments.add(value(alternatives()));
        } while (tokens.acceptSign(","));
        tokens.expectSign(")");
        return arguments;
    }
}
