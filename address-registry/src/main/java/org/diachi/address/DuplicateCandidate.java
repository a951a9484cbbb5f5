package org.diachi.address;

import java.util.Objects;
import org.diachi.value.Code;

/**
 * An object that a thing may be a duplicate of.
 *
 * @param code the object that is registered
 * @param rule why it is a candidate
 */
public record DuplicateCandidate(Code code, Rule rule) {

    /** The rules by which two things look like one. */
    public enum Rule {
        SOURCE_ID("sourceId"),
        SAME_ADDRESS("sameAddress"),
        OVERLAP("overlap"),
        INSIDE_BUILDING("insideBuilding");

        private final String label;

        Rule(String label) {
            this.label = label;
        }

        /** The name in reports and problems. */
        public String label() {
            return label;
        }

        /**
         * The rule of that name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Rule of(String label) {
            for (Rule rule : values()) {
                if (rule.label.equals(label)) {
                    return rule;
                }
            }
            throw new IllegalArgumentException("\"" + label + "\" is no rule for duplicates");
        }
    }

    public DuplicateCandidate {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(rule, "rule");
    }

    @Override
    public String toString() {
        return code + " (" + rule.label() + ")";
    }
}
