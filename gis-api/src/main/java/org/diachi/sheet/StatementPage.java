package org.diachi.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diachi.http.HtmlText;
import org.diachi.http.Links;
import org.diachi.sheet.SheetContent.Fact;
import org.diachi.sheet.SheetContent.Section;

/** A statement as a page that people read. */
public final class StatementPage {

    private final StringBuilder page;

    private StatementPage(SheetContent content) {
        this.page = new StringBuilder(HtmlText.head(content.language(), content.title()));
    }

    /** The page in UTF-8. */
    public static byte[] write(LandUseAnswer answer, String language) {
        SheetContent content = SheetWriter.content(answer, language);
        return new StatementPage(content).write(content, answer.links());
    }

    private byte[] write(SheetContent content, List<Links.Link> links) {
        facts(content.facts());
        content.sections().forEach(this::section);
        page.append("<p>");
        links.forEach(link -> page.append("<a rel=\"")
                .append(HtmlText.escaped(link.rel()))
                .append("\" href=\"")
                .append(HtmlText.escaped(link.href()))
                .append("\">")
                .append(HtmlText.escaped(link.type()))
                .append("</a> "));
        page.append("</p>").append(HtmlText.FOOT);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void facts(List<Fact> facts) {
        page.append("<dl>");
        facts.forEach(fact -> page.append("<dt>")
                .append(HtmlText.escaped(fact.name()))
                .append("</dt><dd>")
                .append(HtmlText.escaped(fact.value()))
                .append("</dd>"));
        page.append("</dl>\n");
    }

    private void section(Section section) {
        page.append("<h2>").append(HtmlText.escaped(section.heading())).append("</h2>\n");
        facts(section.facts());
        if (!section.columns().isEmpty()) {
            page.append("<table><thead>");
            row("th", section.columns());
            page.append("</thead><tbody>");
            section.rows().forEach(cells -> row("td", cells));
            page.append("</tbody></table>\n");
        }
    }

    private void row(String tag, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append('<')
                .append(tag)
                .append('>')
                .append(HtmlText.escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        page.append("</tr>\n");
    }
}
