package org.diachi.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.diachi.issue.MissingValue;
import org.diachi.issue.RowIssue;
import org.diachi.issue.UnknownCode;
import org.diachi.issue.UnreadableValue;
import org.diachi.source.Row;
import org.diachi.source.SourceSchema;
import org.jspecify.annotations.Nullable;

/** A field rule bound to the columns of an open file, so that reading a value looks nothing up by name. */
final class BoundField {

    private final String attribute;
    private final FieldRule rule;
    private final int[] columns;
    private final Set<String> empty;
    private final Predicate<String> isInCodeList;

    private BoundField(String attribute, FieldRule rule, int[] columns, Predicate<String> isInCodeList) {
        this.attribute = attribute;
        this.rule = rule;
        this.columns = columns;
        this.empty = Set.copyOf(rule.empty());
        this.isInCodeList = isInCodeList;
    }

    /**
     * Binds a rule.
     *
     * @throws MappingException if the file has no such field
     */
    static BoundField bind(String attribute, FieldRule rule, SourceSchema schema, Predicate<String> isInCodeList) {
        int[] columns = new int[rule.fields().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = indexOf(schema, rule.fields().get(i), attribute);
        }
        return new BoundField(attribute, rule, columns, isInCodeList);
    }

    static int indexOf(SourceSchema schema, String field, String wanted) {
        return schema.findIndex(field)
                .orElseThrow(() -> new MappingException("The mapping takes " + wanted + " from the field \"" + field
                        + "\", which the file does not have. Its fields are: "
                        + String.join(
                                ", ",
                                schema.fields().stream().map(f -> f.name()).toList())));
    }

    String attribute() {
        return attribute;
    }

    /** The value of a row, or null; says what is wrong with it. */
    @Nullable
    Object read(Row row, List<RowIssue> issues) {
        String raw = rule.value() != null ? rule.value() : rawText(row);
        if (raw == null) {
            if (rule.required() || rule.expected()) {
                issues.add(new MissingValue(fieldName(), rule.required()));
            }
            return null;
        }
        String code = rule.codes().getOrDefault(raw, raw);
        if (!isInCodeList.test(code)) {
            issues.add(new UnknownCode(fieldName(), raw, String.valueOf(rule.codeList()), rule.required()));
            return rule.required() ? null : code;
        }
        return typed(code, row, issues);
    }

    private String fieldName() {
        return rule.fields().isEmpty() ? attribute : String.join(", ", rule.fields());
    }

    private @Nullable String rawText(Row row) {
        if (columns.length == 1) {
            return clean(row.value(columns[0]));
        }
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            String part = clean(row.value(column));
            if (part != null) {
                if (rule.with() == null) {
                    return part;
                }
                joined.append(joined.isEmpty() ? "" : rule.with()).append(part);
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    private @Nullable String clean(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof Double number
                ? plain(number)
                : value.toString().strip();
        return text.isEmpty() || empty.contains(text) ? null : text;
    }

    /** 12.0 is how some formats keep the number 12. */
    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private @Nullable Object typed(String text, Row row, List<RowIssue> issues) {
        try {
            return switch (rule.type()) {
                case TEXT -> text;
                case NUMBER -> converted(number(text, row));
                case INTEGER -> Math.toIntExact(number(text, row).longValueExact());
                case DATE -> LocalDate.parse(text).toString();
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
            String expected = switch (rule.type()) {
                case INTEGER -> "a whole number";
                case DATE -> "a date such as 2025-07-01";
                default -> "a number";
            };
            issues.add(new UnreadableValue(fieldName(), text, expected, rule.required()));
            return null;
        }
    }

    private static BigDecimal number(String text, Row row) {
        Character mark = row.schema().detected().decimalMark();
        return new BigDecimal(mark != null && mark == ',' ? text.replace(',', '.') : text);
    }

    private Object converted(BigDecimal number) {
        if (rule.unit() == null || rule.to() == null) {
            return number.doubleValue();
        }
        // Six decimals of the target unit are more than any survey has, and hide the noise of the conversion.
        double converted = rule.unit().convert(number.doubleValue(), rule.to());
        return Math.rint(converted * 1e6) / 1e6;
    }
}
