package dev.glovebox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

    @ParameterizedTest
    @EnumSource
    void imageWrittenByTheJdkIsRead(ImageFormat format) throws IOException {
        assertThat(ImageHeader.read(image(format, 321, 123))).isEqualTo(new ImageHeader(format, 321, 123));
    }

    @ParameterizedTest
    @CsvSource({ "vin-01.jpg, JPEG, 648, 250", "vin-02.png, PNG, 648, 250", "license-01-front.jpg, JPEG, 1180, 840",
            "plate-01.jpg, JPEG, 900, 600" })
    void realFileIsRead(String name, ImageFormat format, int width, int height) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/images/" + name)) {
            assertThat(ImageHeader.read(file.readAllBytes())).isEqualTo(new ImageHeader(format, width, height));
        }
    }

    @ParameterizedTest
    @EnumSource
    void truncatedHeaderIsRejected(ImageFormat format) throws IOException {
        byte[] whole = image(format, 40, 30);
        for (int length = 0; length < whole.length; length++) {
            byte[] truncated = Arrays.copyOf(whole, length);
            try {
                assertThat(ImageHeader.read(truncated)).isEqualTo(new ImageHeader(format, 40, 30));
            } catch (UnsupportedImageException rejected) {
                assertThat(rejected).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "GIF89a............ | a GIF image", "RIFF....WEBPVP8 .... | a WebP image",
            "....ftypheic........ | a HEIC image", "%PDF-1.7 ............. | a PDF document",
            "<svg xmlns='http://www.w3.org/2000/svg'/> | an HTML, XML or SVG text", "'' | not an image of a known format",
            "GIF | not an image of a known format", "no image at all | not an image of a known format" })
    void messageNamesTheUnsupportedFormat(String start, String title) {
        assertThatExceptionOfType(UnsupportedImageException.class)
                .isThrownBy(() -> ImageHeader.read(start.getBytes(StandardCharsets.ISO_8859_1)))
                .withMessage("The content is " + title + "; supported formats are JPEG, PNG, BMP and TIFF");
    }

    @Test
    void markersWithoutASegmentAreRejected() {
        byte[] markers = new byte[1_000_000];
        Arrays.fill(markers, (byte) 0xFF);
        markers[1] = (byte) 0xD8;

        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> ImageHeader.read(markers));
    }

    @Test
    void largeDimensionsAreReadWithoutAllocatingPixels() throws IOException {
        byte[] png = image(ImageFormat.PNG, 1, 1);
        for (int i = 16; i < 24; i++) {
            png[i] = (byte) 0xFF;
        }

        assertThat(ImageHeader.read(png)).isEqualTo(new ImageHeader(ImageFormat.PNG, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void imageWithoutPixelsIsRejected() throws IOException {
        byte[] png = image(ImageFormat.PNG, 1, 1);
        png[19] = 0;

        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> ImageHeader.read(png));
    }

    @Test
    void topDownBitmapHasAPositiveHeight() throws IOException {
        byte[] bmp = image(ImageFormat.BMP, 5, 7);
        bmp[22] = -7;
        bmp[23] = bmp[24] = bmp[25] = -1;

        assertThat(ImageHeader.read(bmp)).isEqualTo(new ImageHeader(ImageFormat.BMP, 5, 7));
    }

    @ParameterizedTest
    @CsvSource({ "15, 15, ", "14, 4096, TooSmall", "4096, 15, ", "4097, 15, TooLarge", "15, 4097, TooLarge" })
    void dimensionsOutsideTheLimitsAreAViolation(int width, int height, String violation) throws IOException {
        ImageLimits limits = new ImageLimits(15, 4096, 1_000_000, Set.of(ImageFormat.PNG));

        assertThat(limits.findViolation(Image.Inline.of(image(ImageFormat.PNG, width, height)))
                .map(found -> found.getClass().getSimpleName()).orElse(null)).isEqualTo(violation);
    }

    @Test
    void byteLimitAppliesToTheBase64Form() {
        ImageLimits limits = new ImageLimits(1, 10, 400, Set.of(ImageFormat.PNG));
        ImageHeader header = new ImageHeader(ImageFormat.PNG, 1, 1);

        assertThat(limits.findViolation(new Image.Inline(new byte[300], header))).isEmpty();
        assertThat(limits.findViolation(new Image.Inline(new byte[301], header)))
                .hasValueSatisfying(violation -> assertThat(violation.message()).contains("301", "400"));
        assertThat(limits.findViolation(new Image.Inline(new byte[1], new ImageHeader(ImageFormat.BMP, 1, 1))))
                .hasValueSatisfying(violation -> assertThat(violation).isInstanceOf(ImageLimits.Violation.WrongFormat.class));
    }

    @Test
    void strayBytesBetweenSegmentsAreSkipped() throws IOException {
        assertThat(ImageHeader.read(file("junk-between-segments.jpg")))
                .isEqualTo(ImageHeader.read(file("no-junk-control.jpg")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "raw.dng", "raw-small-preview.dng" })
    void rawImageOfACameraIsRefusedByName(String name) {
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> ImageHeader.read(file(name)))
                .withMessageContaining("a raw image of a camera (DNG)").withMessageContaining("export it as a JPEG");
    }

    @ParameterizedTest
    @CsvSource({ "....ftypisom, an MP4 video", "....ftypmp42, an MP4 video", "....ftypqt  , a QuickTime video",
            "....ftypavif, an AVIF image", "....ftypmif1....mif1heic, a HEIC or HEIF image",
            "....ftypmif1....mif1avif, an AVIF image", "....ftypcrx , a raw image of a camera (CR3)",
            "....ftypM4A , an audio file (MP4)", "'PK\3\4', a ZIP archive or an Office document",
            "8BPS, a Photoshop document", "'  {\"a\": 1}', a JSON text", "' <svg>', 'an HTML, XML or SVG text'",
            "RIFF....AVI , an audio or video file (RIFF)", "FUJIFILMCCD-RAW, a raw image of a camera" })
    void otherContentIsRefusedByName(String start, String title) {
        byte[] bytes = (start + "                ").getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> ImageHeader.read(bytes))
                .withMessage("The content is " + title + "; supported formats are JPEG, PNG, BMP and TIFF");
    }

    /** The first directory of many cameras' TIFF files is a preview. */
    @Test
    void sizeOfATiffIsThatOfItsMainImage() {
        byte[] tiff = tiff(new int[][] { { 254, 1, 256, 160, 257, 120 }, { 254, 0, 256, 4000, 257, 3000 } });

        assertThat(ImageHeader.read(tiff)).isEqualTo(new ImageHeader(ImageFormat.TIFF, 4000, 3000));
        assertThat(ImageHeader.read(tiff(new int[][] { { 254, 0, 256, 40, 257, 30 }, { 254, 0, 256, 4000, 257, 3000 } })))
                .as("the first page of several").isEqualTo(new ImageHeader(ImageFormat.TIFF, 40, 30));
        assertThat(ImageHeader.read(tiff(new int[][] { { 254, 1, 256, 160, 257, 120 } }))).as("only a thumbnail")
                .isEqualTo(new ImageHeader(ImageFormat.TIFF, 160, 120));
    }

    /** Returns a TIFF with directories of tags and values of type LONG. */
    private static byte[] tiff(int[][] directories) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + Arrays.stream(directories).mapToInt(tags -> 6 + tags.length * 6).sum());
        tiff.put(new byte[] { 'M', 'M', 0, 42 }).putInt(8);
        for (int i = 0; i < directories.length; i++) {
            int[] tags = directories[i];
            tiff.putShort((short) (tags.length / 2));
            for (int tag = 0; tag < tags.length; tag += 2) {
                tiff.putShort((short) tags[tag]).putShort((short) 4).putInt(1).putInt(tags[tag + 1]);
            }
            tiff.putInt(i == directories.length - 1 ? 0 : tiff.position() + 4);
        }
        return tiff.array();
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/images", name));
    }

    private static byte[] image(ImageFormat format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format.id(), out)).isTrue();
        return out.toByteArray();
    }
}
