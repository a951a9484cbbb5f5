package org.diachi.http;

import org.springframework.web.util.HtmlUtils;

/** Plain pages, without scripts. */
public final class HtmlText {

    /** What ends a page. */
    public static final String FOOT = "</main></body></html>\n";

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}main{max-width:72rem;margin:auto;padding:1rem}
            table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #bbb;padding:.2rem .5rem;text-align:left}
            svg{display:block;max-width:100%;max-height:60vh;border:1px solid #bbb}circle{fill:#0b5394}
            .line{fill:none;stroke:#0b5394;stroke-width:2}.area{fill:#0b5394;fill-opacity:.25;stroke:#0b5394}
            a{color:#0b5394}dd{margin:0 0 .5rem 1.5rem}dt{font-weight:600}
            """;

    private HtmlText() {}

    /** A text as it stands in a page or in an attribute. */
    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** What begins a page, up to its heading. */
    public static String head(String title) {
        return head("en", title);
    }

    /** What begins a page in a language, up to its heading. */
    public static String head(String language, String title) {
        String safe = escaped(title);
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + safe
                + "</title><style>" + STYLE
                + "</style></head><body><main>\n<p><a href=\"/ogc?f=html\">All data</a></p><h1>" + safe + "</h1>\n";
    }
}
