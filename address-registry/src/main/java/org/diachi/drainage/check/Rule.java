package org.diachi.drainage.check;

import java.util.Locale;
import java.util.Optional;

/** What a network is checked for. */
public enum Rule {
    DUPLICATE_NODE(true, "Two nodes have one id: nobody can tell which of them a link means."),
    DUPLICATE_LINK(true, "Two links have one id."),
    SELF_LOOP(true, "A link begins and ends at one node."),
    SAME_PLACE(false, "Two nodes lie within a centimetre of each other."),
    SAME_LINE(false, "Two links between the same nodes are drawn along the same line."),
    NODE_WITHOUT_ID(false, "A node has no id, so that no link can name it."),
    ISOLATED_NODE(false, "No link hangs on the node."),
    MISSING_END(false, "A link does not tell the node at one of its ends."),
    UNKNOWN_NODE(false, "A link tells a node that is not there."),
    DANGLING_END(false, "A link ends where neither a node nor another link's end is within the tolerance."),
    UPHILL(false, "By its inverts water flows in the link against the order in which its ends are told."),
    REVERSED(false, "The line is drawn from the node that the link tells last to the one that it tells first."),
    ENDS_ELSEWHERE(false, "The line does not end at the node that the link tells."),
    LOOP(false, "Water would flow in a circle."),
    DEAD_END(false, "Water comes to a node that is no outfall, and nothing takes it on."),
    DISCONNECTED(false, "A part of the network has no way to an outfall; without outfalls: to the largest part.");

    private final boolean isSevere;
    private final String sentence;

    Rule(boolean isSevere, String sentence) {
        this.isSevere = isSevere;
        this.sentence = sentence;
    }

    /** The name in APIs, in kebab case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether an import with it is kept out. */
    public boolean isSevere() {
        return isSevere;
    }

    /** What is wrong, in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** The rule of a name. */
    public static Optional<Rule> find(String label) {
        for (Rule rule : values()) {
            if (rule.label().equals(label)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
