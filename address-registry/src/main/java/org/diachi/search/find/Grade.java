package org.diachi.search.find;

/** How sure it is that an answer is what was meant. */
public enum Grade {
    /** Everything that was typed is there as it was typed, and nothing else fits as well. */
    A,
    /** It is this one, though something differs. */
    B,
    /** It may be this one, or another. */
    C
}
