package dev.glovebox.executable;

import java.io.InputStream;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * The JDK's XML parser, which the AWS SDK reads a store's errors with, cannot be had without DTDs and XML Schema: 3 MB of code that
 * no answer of a store needs. In an executable its factory gives Aalto's.
 */
@TargetClass(className = "com.sun.xml.internal.stream.XMLInputFactoryImpl")
final class StoreXmlSubstitution {

    /** What the JDK's parser reads from. */
    @TargetClass(className = "com.sun.org.apache.xerces.internal.xni.parser.XMLInputSource")
    static final class InputSource {
    }

    @Substitute
    public XMLEventReader createXMLEventReader(InputStream xml) throws XMLStreamException {
        return StoreXml.events(xml);
    }

    /** All other ways of reading end here, and nobody goes them. */
    @Substitute
    XMLStreamReader getXMLStreamReaderImpl(InputSource source) throws XMLStreamException {
        throw new XMLStreamException("An executable reads XML as events of a stream of bytes only");
    }
}
