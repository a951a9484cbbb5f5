package org.diachi.http;

import org.springframework.web.util.HtmlUtils;

/** Plain pages, without scripts. */
public final class HtmlText {

    /** What ends a page. */
    public static final String FOOT = "</main></body></html>\n";

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
                + "</title><link rel=\"icon\" href=\"/assets/icon.svg\">"
                + "<link rel=\"stylesheet\" href=\"/assets/style.css\">"
                + "<link rel=\"stylesheet\" href=\"/assets/data.css\"></head><body><main>\n"
                + "<p><a href=\"/ogc?f=html\">All data</a></p><h1>" + safe + "</h1>\n";
    }
}
