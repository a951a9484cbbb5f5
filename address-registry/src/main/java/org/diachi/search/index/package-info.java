/**
 * The search index: a view in files of Apache Lucene that each node keeps for itself. One document for each address
 * object with all its addresses of any time, one for each street in a ward, one for each administrative unit; what an
 * answer needs is in the documents, so that no query goes to the database. Tolerates other processes that have the same
 * files open: one writes, the others read.
 */
@NullMarked
package org.diachi.search.index;

import org.jspecify.annotations.NullMarked;
