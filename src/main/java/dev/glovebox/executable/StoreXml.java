package dev.glovebox.executable;

import java.io.InputStream;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import com.fasterxml.aalto.stax.InputFactoryImpl;

/** The XML of a store, read with Aalto. No entity is looked up: what a store sends is not trusted. */
final class StoreXml {

    private StoreXml() {
    }

    static XMLEventReader events(InputStream xml) throws XMLStreamException {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLEventReader(xml);
    }
}
