package org.diachi.view;

import java.util.List;

/**
 * A read model that is derived from the truth. It is brought forward by one thread at a time and may be read by many
 * meanwhile.
 */
public interface View {

    /** One or two words with hyphens, unique among the views. */
    String name();

    /** Which kinds of change it handles, and why the others do not matter. */
    Coverage coverage();

    /** The last entry of the change log that it contains; -1 if it must be rebuilt. */
    long position();

    /** Drops everything and derives it again from the truth as it is now. */
    void rebuild();

    /**
     * Takes over what the entries after its position up to another did. Either all of it or, if it throws, nothing.
     *
     * @param seq an entry that has been committed
     */
    void catchUp(long seq);

    /** How it differs from the truth at its position: one sentence for each difference, none if all is well. */
    List<String> verify();
}
