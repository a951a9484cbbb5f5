/** A PNG encoder for maps: flat colours, few of them, much repeated. Accepts any pixels. */
@NullMarked
package org.diachi.portrayal.png;

import org.jspecify.annotations.NullMarked;
