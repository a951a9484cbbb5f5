package org.diachi.portrayal.sld;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.diachi.portrayal.style.StyleException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses XML that strangers may have written, and walks in it by local names: versions differ in namespaces only. */
public final class StyleXml {

    /** The largest document, in bytes. */
    static final int MOST_BYTES = 2 << 20;

    private static final int DEEPEST = 64;

    private StyleXml() {}

    /**
     * The root of a document without DTD, entities or anything to be fetched.
     *
     * @throws StyleException if it is none
     */
    public static Element parse(byte[] document) {
        if (document.length > MOST_BYTES) {
            throw new StyleException("The style is larger than " + MOST_BYTES + " bytes");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Refusal());
            return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (SAXException e) {
            throw new StyleException("The style is no XML that is accepted: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new StyleException("The style cannot be read: " + e.getMessage(), e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static final class Refusal implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // Nothing that would change the style.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            fatalError(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw new SAXException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        }
    }

    static String name(Element element) {
        return element.getLocalName();
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name(child).equals(name))
                .toList();
    }

    static Optional<Element> findChild(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    static Element getChild(Element parent, String name) {
        return findChild(parent, name).orElseThrow(() -> new StyleException(name(parent) + " has no element " + name));
    }

    /** The text of a child; empty if there is none. */
    static String text(Element parent, String name) {
        return findChild(parent, name)
                .map(child -> child.getTextContent().strip())
                .orElse("");
    }

    /** An attribute of either name, or a default. */
    static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }
}
