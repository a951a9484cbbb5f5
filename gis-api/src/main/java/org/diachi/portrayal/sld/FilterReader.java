package org.diachi.portrayal.sld;

import static org.diachi.portrayal.sld.ExpressionReader.FACTORY;
import static org.diachi.portrayal.sld.ExpressionReader.operand;

import java.util.List;
import java.util.regex.Pattern;
import org.diachi.portrayal.style.StyleException;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.w3c.dom.Element;

/** Reads filters of Filter Encoding 1.0 and 1.1: comparisons and what joins them; neither spatial nor by identifier. */
final class FilterReader {

    /** More of them in a pattern could take too long to compare. */
    private static final int MOST_WILD_CARDS = 6;

    private FilterReader() {}

    /** The filter in an element {@code Filter}. */
    static Filter readContent(Element parent) {
        List<Element> children = StyleXml.children(parent);
        if (children.size() != 1) {
            throw new StyleException("A filter has one condition, not " + children.size());
        }
        return read(children.get(0));
    }

    private static Filter read(Element element) {
        boolean matchCase = Boolean.parseBoolean(StyleXml.attribute(element, "matchCase", "true"));
        return switch (StyleXml.name(element)) {
            case "And" -> FACTORY.and(readAll(element));
            case "Or" -> FACTORY.or(readAll(element));
            case "Not" -> FACTORY.not(readContent(element));
            case "PropertyIsEqualTo" -> FACTORY.equal(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsNotEqualTo" -> FACTORY.notEqual(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsLessThan" -> FACTORY.less(operand(element, 0), operand(element, 1));
            case "PropertyIsGreaterThan" -> FACTORY.greater(operand(element, 0), operand(element, 1));
            case "PropertyIsLessThanOrEqualTo" -> FACTORY.lessOrEqual(operand(element, 0), operand(element, 1));
            case "PropertyIsGreaterThanOrEqualTo" -> FACTORY.greaterOrEqual(operand(element, 0), operand(element, 1));
            case "PropertyIsBetween" ->
                FACTORY.between(
                        operand(element, 0), boundary(element, "LowerBoundary"), boundary(element, "UpperBoundary"));
            case "PropertyIsLike" -> like(element, matchCase);
            case "PropertyIsNull" -> FACTORY.isNull(operand(element, 0));
            default -> throw new StyleException("The filter " + StyleXml.name(element) + " is not supported");
        };
    }

    private static List<Filter> readAll(Element element) {
        return StyleXml.children(element).stream().map(FilterReader::read).toList();
    }

    private static Expression boundary(Element element, String name) {
        Element boundary = StyleXml.getChild(element, name);
        return StyleXml.children(boundary).isEmpty() ? ExpressionReader.readContent(boundary) : operand(boundary, 0);
    }

    private static Filter like(Element element, boolean matchCase) {
        String pattern = StyleXml.children(element).get(1).getTextContent();
        String wildCard = StyleXml.attribute(element, "wildCard", "*");
        String escape = StyleXml.attribute(element, "escapeChar", StyleXml.attribute(element, "escape", "\\"));
        int wildCards = pattern.split(Pattern.quote(wildCard), -1).length - 1;
        if (wildCards > MOST_WILD_CARDS) {
            throw new StyleException("A pattern has at most " + MOST_WILD_CARDS + " wild cards: " + pattern);
        }
        return FACTORY.like(
                operand(element, 0),
                pattern,
                wildCard,
                StyleXml.attribute(element, "singleChar", "?"),
                escape,
                matchCase);
    }
}
