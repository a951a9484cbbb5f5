package org.diachi.portrayal.sld;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diachi.portrayal.style.StyleException;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads expressions. Functions are those of a list: none that takes long, and none that looks beyond the feature. */
final class ExpressionReader {

    static final FilterFactory FACTORY = CommonFactoryFinder.getFilterFactory();

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "ceil",
            "coalesce",
            "concatenate",
            "floor",
            "greaterequalthan",
            "greaterthan",
            "if_then_else",
            "in",
            "isnull",
            "lessequalthan",
            "lessthan",
            "equalto",
            "notequalto",
            "not",
            "max",
            "min",
            "numberformat",
            "parsedouble",
            "parseint",
            "parselong",
            "rint",
            "round",
            "strcapitalize",
            "strconcat",
            "strendswith",
            "strequalsignorecase",
            "strindexof",
            "strlength",
            "strstartswith",
            "strsubstring",
            "strsubstringstart",
            "strtolowercase",
            "strtouppercase",
            "strtrim",
            "recode",
            "categorize",
            "interpolate");

    private ExpressionReader() {}

    /** The content of an element: texts and expressions in turn, put together. */
    static Expression readContent(Element parent) {
        List<Expression> parts = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                parts.add(read(element));
            } else if (node instanceof CDATASection text) {
                parts.add(FACTORY.literal(text.getData()));
            } else if (node instanceof Text text && !text.getData().isBlank()) {
                parts.add(FACTORY.literal(withoutLayout(text.getData())));
            }
        }
        if (parts.isEmpty()) {
            return FACTORY.literal("");
        }
        Expression whole = parts.get(0);
        for (Expression part : parts.subList(1, parts.size())) {
            whole = FACTORY.function("strConcat", whole, part);
        }
        return whole;
    }

    /** Line breaks and what indents a line belong to the document, not to the text. */
    private static String withoutLayout(String text) {
        return text.replaceAll("\\s*\\R\\s*", text.isBlank() ? "" : " ")
                .replaceAll("^\\s+(?=\\S)|\\s+$", text.contains("\n") ? "" : "$0");
    }

    static Expression read(Element element) {
        return switch (StyleXml.name(element)) {
            case "Literal" -> FACTORY.literal(element.getTextContent());
            case "PropertyName", "ValueReference" -> attribute(element);
            case "Add" -> FACTORY.add(operand(element, 0), operand(element, 1));
            case "Sub" -> FACTORY.subtract(operand(element, 0), operand(element, 1));
            case "Mul" -> FACTORY.multiply(operand(element, 0), operand(element, 1));
            case "Div" -> FACTORY.divide(operand(element, 0), operand(element, 1));
            case "Function" -> function(element);
            default -> throw new StyleException("The expression " + StyleXml.name(element) + " is not supported");
        };
    }

    private static Expression attribute(Element element) {
        String path = element.getTextContent().strip();
        String name = path.substring(path.lastIndexOf(':') + 1);
        if (name.isEmpty() || name.contains("/") || name.contains("(")) {
            throw new StyleException("'" + path + "' is not the name of an attribute");
        }
        return new Attribute(name);
    }

    static Expression operand(Element parent, int index) {
        List<Element> operands = StyleXml.children(parent);
        if (operands.size() <= index) {
            throw new StyleException(StyleXml.name(parent) + " has too few operands");
        }
        return read(operands.get(index));
    }

    private static Expression function(Element element) {
        String name = element.getAttribute("name");
        if (!FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new StyleException("The function '" + name + "' is not supported");
        }
        Expression[] arguments =
                StyleXml.children(element).stream().map(ExpressionReader::read).toArray(Expression[]::new);
        try {
            return FACTORY.function(name, arguments);
        } catch (RuntimeException e) {
            throw new StyleException("The function '" + name + "' cannot be used so: " + e.getMessage(), e);
        }
    }
}
