package org.diachi.wms;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A document that a service has answered, asked by XPath; names of elements are told without their prefixes. */
final class XmlDocument {

    private final Node root;

    private XmlDocument(Node root) {
        this.root = root;
    }

    /** Reads a document; no document type is fetched. */
    static XmlDocument parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            String plain = text.replaceAll("<(/?)[a-z]+:(?=[A-Za-z])", "<$1");
            return new XmlDocument(builder.parse(new InputSource(new StringReader(plain))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("No XML: " + text, e);
        }
    }

    /** The document at an address. */
    static XmlDocument get(String path) {
        return parse(Maps.get(path).text());
    }

    /** The elements of a path, each to be asked by itself. */
    List<XmlDocument> each(String path) {
        NodeList nodes = nodes(path);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> new XmlDocument(nodes.item(i)))
                .toList();
    }

    /** The texts of elements or attributes. */
    List<String> texts(String path) {
        NodeList nodes = nodes(path);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }

    /** The text of the first; empty if there is none. */
    String text(String path) {
        return texts(path).stream().findFirst().orElse("");
    }

    double number(String path) {
        return Double.parseDouble(text(path));
    }

    /** The names of the elements in the first of a path, each told once where several follow each other. */
    List<String> children(String path) {
        List<String> names =
                each(path).get(0).each("*").stream().map(XmlDocument::name).toList();
        return IntStream.range(0, names.size())
                .filter(i -> i == 0 || !names.get(i).equals(names.get(i - 1)))
                .mapToObj(names::get)
                .toList();
    }

    /** The name of this element. */
    String name() {
        return root instanceof Element
                ? root.getNodeName()
                : root.getFirstChild().getNodeName();
    }

    private NodeList nodes(String path) {
        try {
            return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, root, XPathConstants.NODESET);
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
