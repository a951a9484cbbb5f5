package org.diachi.wms;

import java.nio.charset.StandardCharsets;

/**
 * What is answered.
 *
 * @param mediaType with its character set where it has one
 * @param body all of it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record WmsAnswer(String mediaType, byte[] body) {

    /** A text in UTF-8. */
    public static WmsAnswer text(String mediaType, String text) {
        return new WmsAnswer(mediaType + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
