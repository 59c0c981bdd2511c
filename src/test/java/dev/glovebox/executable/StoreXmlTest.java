package dev.glovebox.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

import org.junit.jupiter.api.Test;

class StoreXmlTest {

    @Test
    void shouldReadAStoresError() throws XMLStreamException {
        assertThat(text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Key>照片/a&amp;b.jpg</Key></Error>"))
                .isEqualTo("NoSuchKey照片/a&b.jpg");
    }

    @Test
    void shouldLookUpNoEntity() {
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> text("""
                <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>"""));
    }

    private static String text(String xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        XMLEventReader events = StoreXml.events(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        while (events.hasNext()) {
            XMLEvent event = events.nextEvent();
            if (event.isCharacters()) {
                text.append(event.asCharacters().getData());
            }
        }
        return text.toString();
    }
}
