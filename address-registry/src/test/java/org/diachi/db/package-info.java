/** Tests of the database, and the databases that tests of all modules get. */
@NullMarked
package org.diachi.db;

import org.jspecify.annotations.NullMarked;
