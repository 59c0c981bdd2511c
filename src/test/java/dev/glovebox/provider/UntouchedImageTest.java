package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.glovebox.image.Image;

/** The provider gets the exact bytes of a picture: nothing is rotated, converted or removed. */
class UntouchedImageTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    static Stream<Arguments> pictures() throws IOException {
        Map<String, byte[]> pictures = new TreeMap<>();
        pictures.put("palette PNG", written("png", BufferedImage.TYPE_BYTE_INDEXED, false));
        pictures.put("16-bit PNG", written("png", BufferedImage.TYPE_USHORT_GRAY, false));
        pictures.put("interlaced PNG", written("png", BufferedImage.TYPE_INT_RGB, true));
        pictures.put("PNG with transparency", written("png", BufferedImage.TYPE_INT_ARGB, false));
        pictures.put("progressive JPEG", written("jpeg", BufferedImage.TYPE_INT_RGB, true));
        pictures.put("grey JPEG", written("jpeg", BufferedImage.TYPE_BYTE_GRAY, false));
        pictures.put("CMYK JPEG", cmyk(written("jpeg", BufferedImage.TYPE_INT_RGB, false)));
        byte[] jpeg = written("jpeg", BufferedImage.TYPE_INT_RGB, false);
        for (int orientation = 1; orientation <= 8; orientation++) {
            pictures.put("JPEG of orientation " + orientation, withExif(jpeg, orientation));
        }
        return pictures.entrySet().stream().map(picture -> Arguments.of(picture.getKey(), picture.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void shouldReachTheProviderAsItIs(String name, byte[] picture) {
        Image.Inline image = Image.Inline.of(picture);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ImageBody.of("{\"image\":\"", image.bytes(), "\"}").forEach(sent::writeBytes);

        assertThat(image.header().width()).isEqualTo(WIDTH);
        assertThat(image.header().height()).isEqualTo(HEIGHT);
        assertThat(sent.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo("{\"image\":\"" + Base64.getEncoder().encodeToString(picture) + "\"}");
    }

    private static byte[] written(String format, int type, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
            writer.write(writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters),
                    new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Four components in the frame's header, as Adobe writes them; the pixels do not matter. */
    private static byte[] cmyk(byte[] jpeg) {
        int frame = indexOf(jpeg, new byte[] { (byte) 0xFF, (byte) 0xC0 });
        ByteArrayOutputStream four = new ByteArrayOutputStream();
        four.write(jpeg, 0, frame);
        byte[] header = { (byte) 0xFF, (byte) 0xC0, 0, 20, 8, 0, HEIGHT, 0, WIDTH, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4,
                0x11,
                0 };
        four.writeBytes(header);
        int length = (jpeg[frame + 2] & 0xFF) << 8 | jpeg[frame + 3] & 0xFF;
        four.write(jpeg, frame + 2 + length, jpeg.length - frame - 2 - length);
        return four.toByteArray();
    }

    /** An Exif segment with an orientation and a GPS location (JEITA CP-3451, 4.6). */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = { (byte) 0xFF, (byte) 0xE1, 0, 46, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2,
                // the orientation, then the GPS directory
                1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, (byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0,
                0, 0 };
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.writeBytes(exif);
        with.write(jpeg, 2, jpeg.length - 2);
        return with.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == wanted[0] && bytes[i + 1] == wanted[1]) {
                return i;
            }
        }
        throw new AssertionError("No frame");
    }
}
