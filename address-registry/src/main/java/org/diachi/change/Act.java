package org.diachi.change;

/**
 * The acts of the register, in the words of the office.
 *
 * <p>To <em>correct</em> is to admit that the register was wrong; to <em>change</em> is to follow the world. They differ
 * on the two time axes.
 */
public enum Act {
    /** A thing gets its code and is in force at once. */
    REGISTER("register"),
    /** A thing gets its code and waits for another person's approval. */
    PROPOSE("propose"),
    APPROVE("approve"),
    REJECT("reject"),
    CHANGE("change"),
    CORRECT("correct"),
    RETIRE("retire"),
    /** One object becomes several; said of the one and of each of the several. */
    SPLIT("split"),
    /** Several objects become one; said of each of them. */
    MERGE("merge"),
    /** A building or public space is built anew under a new code; said of both. */
    REBUILD("rebuild"),
    /** A business moves to another building or public space. */
    RELOCATE("relocate"),
    ADD_PART("addPart"),
    ATTACH_ID("attachId"),
    DETACH_ID("detachId"),
    /** Someone has looked, and the object is as the register says. */
    VERIFY("verify"),
    /** Administrative units give way to others; said of the units and of every address in them. */
    REFORM("reform");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    /** The name in the log and in the feed. */
    public String label() {
        return label;
    }

    /**
     * The act of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Act of(String label) {
        for (Act act : values()) {
            if (act.label.equals(label)) {
                return act;
            }
        }
        throw new IllegalArgumentException("\"" + label + "\" is no act of the register");
    }
}
