package dev.glovebox.executable;

import java.io.InputStream;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Replaces the JDK's XML parser by Aalto. The JDK's parser contains DTDs and XML Schema: 3 MB of code that no answer of a store
 * needs. The S3 extension registers the JDK's factory although Aalto is present, so the factory must create Aalto's readers.
 */
@TargetClass(className = "com.sun.xml.internal.stream.XMLInputFactoryImpl")
final class StoreXmlSubstitution {

    /** The JDK class in the signature of the method below. */
    @TargetClass(className = "com.sun.org.apache.xerces.internal.xni.parser.XMLInputSource")
    static final class InputSource {
    }

    @Substitute
    public XMLEventReader createXMLEventReader(InputStream xml) throws XMLStreamException {
        return StoreXml.createReader(xml);
    }

    /** All other methods of the factory call this one. Glovebox calls none of them, so the JDK's parser is not needed. */
    @Substitute
    XMLStreamReader getXMLStreamReaderImpl(InputSource source) throws XMLStreamException {
        throw new XMLStreamException("A native executable can read XML only as events from an InputStream");
    }
}
