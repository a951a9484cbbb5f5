package org.diachi.portrayal.style;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A style that is ready to be drawn. Immutable and thread-safe.
 *
 * <p>Which rules a feature matches does not depend on the scale ({@link #matching}) and can be kept with it. What is drawn
 * of it at a scale follows from that ({@link #drawn}). What is drawn in which order is told by {@link #passes}: group by
 * group, inside a group all fills before all outlines, so that no fill hides half the outline of its neighbour.
 *
 * @param name for machines
 * @param title for people
 * @param attributes the names of all attributes that filters and labels need
 */
public record MapStyle(String name, String title, List<StyleRule> rules, Set<String> attributes) {

    /**
     * One way over the features.
     *
     * @param rule the number of the rule: only features of which it is drawn take part
     * @param level what is drawn before of the same group; labels come last of all
     */
    public record Pass(int rule, int level, Symbol symbol) {}

    public MapStyle {
        rules = List.copyOf(rules);
        attributes = Set.copyOf(attributes);
    }

    /**
     * The numbers of all rules that a feature matches at any scale, those for all other features among them.
     *
     * @param feature gives an attribute by its name
     */
    public BitSet matching(Function<String, @Nullable Object> feature) {
        BitSet found = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).otherwise() || rules.get(i).filter().evaluate(feature)) {
                found.set(i);
            }
        }
        return found;
    }

    /** The numbers of those of a feature's matching rules that are drawn at a scale. */
    public BitSet drawn(BitSet matching, double scaleDenominator) {
        BitSet found = new BitSet(rules.size());
        BitSet served = new BitSet();
        matching.stream().filter(i -> isPlainAt(i, scaleDenominator)).forEach(i -> {
            found.set(i);
            served.set(rules.get(i).group());
        });
        matching.stream()
                .filter(i -> rules.get(i).otherwise() && rules.get(i).isDrawnAt(scaleDenominator))
                .filter(i -> !served.get(rules.get(i).group()))
                .forEach(found::set);
        return found;
    }

    private boolean isPlainAt(int rule, double scaleDenominator) {
        return !rules.get(rule).otherwise() && rules.get(rule).isDrawnAt(scaleDenominator);
    }

    /** All that is drawn at a scale, in the order in which it is drawn. */
    public List<Pass> passes(double scaleDenominator) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).isDrawnAt(scaleDenominator))
                .boxed()
                .flatMap(i -> IntStream.range(0, rules.get(i).symbols().size())
                        .mapToObj(level ->
                                new Pass(i, level, rules.get(i).symbols().get(level))))
                .sorted(Comparator.comparingInt((Pass pass) -> pass.symbol() instanceof TextSymbol ? 1 : 0)
                        .thenComparingInt(pass -> rules.get(pass.rule()).group())
                        .thenComparingInt(Pass::level)
                        .thenComparingInt(Pass::rule))
                .toList();
    }
}
