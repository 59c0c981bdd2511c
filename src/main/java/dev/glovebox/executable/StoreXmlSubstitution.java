package dev.glovebox.executable;

import java.io.InputStream;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * The JDK's XML parser cannot be had without DTDs and XML Schema: 3 MB of code that no answer of a store needs. An
 * executable has it because the S3 extension registers its factory, though Aalto is there: so the factory gives
 * Aalto's.
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

    /** Where the other ways of reading end, which nobody goes. */
    @Substitute
    XMLStreamReader getXMLStreamReaderImpl(InputSource source) throws XMLStreamException {
        throw new XMLStreamException("An executable reads XML as events of a stream of bytes only");
    }
}
