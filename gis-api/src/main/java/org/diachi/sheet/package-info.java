/**
 * Land-use statements for people and programs: JSON, page and PDF, all written from one model, so that no number differs.
 *
 * <p>It accepts statements as the register makes them, with what was asked. Areas are given to the hundredth of a square
 * metre and shares to the hundredth of a percent for people, finer for programs.
 */
@NullMarked
package org.diachi.sheet;

import org.jspecify.annotations.NullMarked;
