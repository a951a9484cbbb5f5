package org.diachi.wms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.diachi.pack.LayerStyles;
import org.diachi.portrayal.sld.StyleXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One document with the styles of several layers, each as the city has written it, in SLD 1.0 or SE 1.1; a layer that is drawn
 * plainly has its name only.
 */
final class StyleDocument {

    private static final String SLD = "http://www.opengis.net/sld";

    private final Document document;
    private final Element root;

    StyleDocument() {
        try {
            document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        root = document.createElementNS(SLD, "StyledLayerDescriptor");
        root.setAttribute("version", "1.0.0");
        document.appendChild(root);
    }

    /** Adds what there is for a layer. */
    void add(String layer, List<LayerStyles.Entry> styles) {
        Set<String> sources = new LinkedHashSet<>();
        styles.forEach(entry -> sources.add(entry.document()));
        for (String source : sources) {
            if (source.isEmpty()) {
                addName(layer);
            } else {
                addSource(layer, StyleXml.parse(source.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private Element child(Node parent, String name) {
        return (Element) parent.appendChild(document.createElementNS(SLD, name));
    }

    private Element addName(String layer) {
        Element named = child(root, "NamedLayer");
        child(named, "Name").setTextContent(layer);
        return named;
    }

    private void addSource(String layer, Element source) {
        if (!source.getLocalName().equals("StyledLayerDescriptor")) {
            child(addName(layer), "UserStyle").appendChild(document.importNode(source, true));
            return;
        }
        if (source.getAttribute("version").equals("1.1.0")) {
            root.setAttribute("version", "1.1.0");
        }
        elements(source)
                .filter(element -> element.getLocalName().equals("NamedLayer"))
                .filter(element -> name(element).isEmpty() || name(element).equals(layer))
                .forEach(element -> root.appendChild(document.importNode(element, true)));
    }

    private static String name(Element layer) {
        return elements(layer)
                .filter(element -> element.getLocalName().equals("Name"))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> elements(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The document in UTF-8. */
    byte[] toBytes() {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
