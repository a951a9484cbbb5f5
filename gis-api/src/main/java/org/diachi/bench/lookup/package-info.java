/**
 * How many codes a second a service looks up over HTTP, beside the same look-ups straight in the database and the
 * cheapest request the service answers. The load is a closed loop: each connection asks again as soon as it has its
 * answer. Tolerates failed requests, which are counted.
 */
@NullMarked
package org.diachi.bench.lookup;

import org.jspecify.annotations.NullMarked;
