package dev.glovebox.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.image.Image;

/**
 * Writes the JSON object of a request with an image. The members keep the order in which they are written. The Base64 text of
 * the image is not written here: {@link ImageBody} makes it part by part while it is sent.
 *
 * <p>
 * For one request and one thread.
 */
public final class RequestJson {

    private static final byte[] NO_IMAGE = {};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final JsonGenerator generator;
    private byte[] image = NO_IMAGE;
    private int imageIndex;

    /** Begins an object. */
    public RequestJson(ObjectMapper json) {
        try {
            generator = json.getFactory().createGenerator(bytes);
            generator.writeStartObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Adds a member with a string and returns this object. */
    public RequestJson with(String name, String value) {
        try {
            generator.writeStringField(name, value);
        } catch (IOException e) {
            throw unexpected(e);
        }
        return this;
    }

    /** Adds a member with true or false and returns this object. */
    public RequestJson with(String name, boolean value) {
        try {
            generator.writeBooleanField(name, value);
        } catch (IOException e) {
            throw unexpected(e);
        }
        return this;
    }

    /**
     * Adds the image and returns this object. May be called once.
     *
     * @param image not copied; must not be changed
     * @param inlineName the name of the member for the Base64 text of inline bytes
     * @param urlName the name of the member for a URL
     */
    public RequestJson with(Image image, String inlineName, String urlName) {
        return switch (image) {
            case Image.Inline inline -> withBase64(inlineName, inline.bytes());
            case Image.Remote remote -> with(urlName, remote.url().toASCIIString());
        };
    }

    private RequestJson withBase64(String name, byte[] content) {
        with(name, "");
        try {
            generator.flush();
        } catch (IOException e) {
            throw unexpected(e);
        }
        image = content;
        // between the quotation marks of the empty string
        imageIndex = bytes.size() - 1;
        return this;
    }

    /** Ends the object and returns the body. */
    public ImageBody build() {
        try {
            generator.writeEndObject();
            generator.close();
        } catch (IOException e) {
            throw unexpected(e);
        }
        byte[] written = bytes.toByteArray();
        int index = image.length == 0 ? written.length : imageIndex;
        return ImageBody.of(Arrays.copyOf(written, index), image, Arrays.copyOfRange(written, index, written.length));
    }

    private static UncheckedIOException unexpected(IOException e) {
        return new UncheckedIOException("Writing to memory does not fail", e);
    }
}
