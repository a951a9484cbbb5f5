/** What each collection covers in space and legal time, so that landing pages need not read it. */
@NullMarked
package org.diachi.view.extent;

import org.jspecify.annotations.NullMarked;
