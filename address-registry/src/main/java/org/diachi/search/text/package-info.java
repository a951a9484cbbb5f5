/**
 * Reads what people type, whatever it is: words with all that they may stand for, house numbers, and how like two words
 * are. Knows the words of a city from its profile only. Never fails and never takes longer than the length of the text
 * allows; what it cannot read is a word like any other.
 */
@NullMarked
package org.diachi.search.text;

import org.jspecify.annotations.NullMarked;
