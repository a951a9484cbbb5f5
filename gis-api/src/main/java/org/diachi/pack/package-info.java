/**
 * Map packs: the view that maps, tiles and questions about places on them are answered from, without the database. Each layer
 * has a mapped file and, over it, what has changed since; every state of a feature that is believed now is in it, so that any
 * day can be shown. It follows the log, is rebuilt at will, and folds changes into the file in the background. Other states
 * of knowledge, and plans that are being drafted, are read from the register itself for a part of the ground. Restricted layers
 * and what tells of persons are in none of them.
 */
@NullMarked
package org.diachi.pack;

import org.jspecify.annotations.NullMarked;
