/**
 * The controllers of the interfaces that are generated from openapi.yaml.
 *
 * <p>They read parameters, ask the register and word the answer; what holds for several faces is in {@code http}.
 */
@NullMarked
package org.diachi.rest;

import org.jspecify.annotations.NullMarked;
