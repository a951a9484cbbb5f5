package org.diachi.http.changes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.diachi.feed.ChangeLine;
import org.diachi.feed.ChangePage;
import org.diachi.http.Body;

/** Pages of the feed as documents and as lines. The bytes of an entry are the same in both. */
final class ChangeBodies {

    private ChangeBodies() {}

    /** An object with {@code changes}, {@code next} and {@code head}. */
    static Body document(ChangePage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("{\"changes\":["));
        String separator = "";
        for (ChangeLine line : page.changes()) {
            bytes.writeBytes(utf8(separator));
            bytes.writeBytes(line.json());
            separator = ",";
        }
        bytes.writeBytes(utf8("],\"next\":" + page.next() + ",\"head\":" + page.head() + "}"));
        return Body.of(bytes.toByteArray());
    }

    /** One entry to a line, each line ended. */
    static Body lines(ChangePage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ChangeLine line : page.changes()) {
            bytes.writeBytes(line.json());
            bytes.write('\n');
        }
        return Body.of(bytes.toByteArray());
    }

    /** Server-sent events, each with the number of its entry as id. */
    static byte[] events(ChangePage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ChangeLine line : page.changes()) {
            bytes.writeBytes(utf8("id: " + line.seq() + "\nevent: change\ndata: "));
            bytes.writeBytes(line.json());
            bytes.writeBytes(utf8("\n\n"));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
