/**
 * Views: read models that are derived from the truth, follow the change log and can be dropped and rebuilt at will.
 *
 * <p>A view says for every kind of change whether it handles it or why it need not. One runner brings all views forward;
 * one that fails stays behind and harms neither the truth nor the others.
 */
@NullMarked
package org.diachi.view;

import org.jspecify.annotations.NullMarked;
