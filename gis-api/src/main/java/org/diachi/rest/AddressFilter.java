package org.diachi.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a list of addresses as they came in; see openapi.yaml for each. */
record AddressFilter(
        @Nullable String bbox,
        @Nullable String bboxCrs,
        @Nullable String near,
        @Nullable String ward,
        @Nullable String street,
        @Nullable String number,
        @Nullable List<String> kind,
        @Nullable List<String> status,
        @Nullable String externalId) {}
