/**
 * How many acts a second a service takes over HTTP, one object each, and how long it takes until a follower of the change
 * feed has heard of them; beside plain inserts of the same rows. Works on a database of its own that is dropped
 * afterwards.
 */
@NullMarked
package org.diachi.bench.acts;

import org.jspecify.annotations.NullMarked;
