package dev.glovebox.executable;

import java.io.InputStream;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import com.fasterxml.aalto.stax.InputFactoryImpl;

/**
 * Creates readers for the XML of object stores, with Aalto. DTDs and external entities are disabled: the XML is not trusted.
 */
final class StoreXml {

    private StoreXml() {
    }

    /** Returns a reader of an XML document. */
    static XMLEventReader createReader(InputStream xml) throws XMLStreamException {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLEventReader(xml);
    }
}
