/**
 * The commands. Exit codes: 0 done, 1 done with refused rows, 2 wrong call, 3 failed.
 *
 * <p>Only {@code run} starts Spring; the others open the register by themselves and are quick. What can be told to a person
 * is one line on the error stream, without a stack trace.
 */
@NullMarked
package org.diachi.cli;

import org.jspecify.annotations.NullMarked;
