package org.diachi.wms;

import org.jspecify.annotations.Nullable;

/**
 * Of what is known of the register how much is shown.
 *
 * @param seq the last entry of the log that counts; absent for what is known now
 * @param withDrafts whether plans that are being drafted are shown
 */
record Knowledge(@Nullable Long seq, boolean withDrafts) {}
