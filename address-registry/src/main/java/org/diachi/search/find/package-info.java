/**
 * Answers what people type: a few cheap queries bring a few dozen candidates, and each is then compared with the whole
 * text word by word. Every answer says what of it was met and what differs; its grade is A only if nothing differs and
 * nothing else fits as well. Takes any text and answers within a time that its length bounds.
 */
@NullMarked
package org.diachi.search.find;

import org.jspecify.annotations.NullMarked;
