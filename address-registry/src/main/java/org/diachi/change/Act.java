package org.diachi.change;

/**
 * The acts of the register, in the words of the office.
 *
 * <p>To <em>correct</em> is to admit that the register was wrong; to <em>change</em> is to follow the world. They differ
 * on the two time axes.
 */
public enum Act {
    REGISTER("register"),
    CHANGE("change"),
    CORRECT("correct"),
    ADD_PART("addPart"),
    ATTACH_ID("attachId"),
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
}
