/**
 * What a caller is told when something went wrong: problem details (RFC 9457) with a stable type.
 *
 * <p>Every error has this one shape, wherever it arises: in a controller, in security, in Spring before any controller
 * was found, or in the server before Spring was asked. A caller's error says which part of the request was wrong and how
 * to mend it; an error of ours says nothing of the inside and is logged.
 */
@NullMarked
package org.diachi.http.problem;

import org.jspecify.annotations.NullMarked;
