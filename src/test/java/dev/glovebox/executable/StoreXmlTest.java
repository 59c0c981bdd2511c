package dev.glovebox.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreXmlTest {

    @Test
    void errorOfAStoreIsRead() throws XMLStreamException {
        assertThat(text(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Key>照片/a&amp;b.jpg</Key></Error>"))
                .isEqualTo("NoSuchKey照片/a&b.jpg");
    }

    @Test
    void externalEntityIsNotResolved(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "content of a local file");
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>before &x; after</a>";

        String text;
        try {
            text = text(xml);
        } catch (XMLStreamException | RuntimeException rejected) {
            text = rejected.toString();
        }

        assertThat(text).isNotEmpty().doesNotContain("content of a local file");
    }

    private static String text(String xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        XMLEventReader events = StoreXml.createReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        while (events.hasNext()) {
            XMLEvent event = events.nextEvent();
            if (event.isCharacters()) {
                text.append(event.asCharacters().getData());
            }
        }
        return text.toString();
    }
}
