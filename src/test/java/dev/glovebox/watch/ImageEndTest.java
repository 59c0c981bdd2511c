package dev.glovebox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.image.ImageFormat;

/** Finds the end mark at the end of a file or before it. */
class ImageEndTest {

    @ParameterizedTest
    @EnumSource(names = { "JPEG", "PNG", "BMP" })
    void completeImageHasItsMarkAtTheEnd(ImageFormat format) throws IOException {
        byte[] whole = image(format, 40, 30);

        assertThat(ImageEnd.of(whole)).isEqualTo(ImageEnd.AT_THE_END);
        assertThat(ImageEnd.of(Arrays.copyOf(whole, whole.length + 10))).as("padding").isEqualTo(ImageEnd.AT_THE_END);
        for (int length = 8; length < whole.length; length++) {
            assertThat(ImageEnd.of(Arrays.copyOf(whole, length))).isNotEqualTo(ImageEnd.AT_THE_END);
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "JPEG", "PNG" })
    void findsTheMarkBeforeOtherData(ImageFormat format) throws IOException {
        byte[] whole = image(format, 40, 30);
        byte[] followed = Arrays.copyOf(whole, whole.length + 100);
        Arrays.fill(followed, whole.length, followed.length, (byte) 7);

        assertThat(ImageEnd.of(followed)).isEqualTo(ImageEnd.FURTHER_IN);
    }

    @Test
    void ignoresTheMarkOfAThumbnail() throws IOException {
        byte[] whole = image(ImageFormat.JPEG, 40, 30);
        byte[] thumbnail = { (byte) 0xFF, (byte) 0xE1, 0, 6, 1, 2, (byte) 0xFF, (byte) 0xD9 };
        byte[] cut = new byte[whole.length - 3 + thumbnail.length];
        System.arraycopy(whole, 0, cut, 0, 2);
        System.arraycopy(thumbnail, 0, cut, 2, thumbnail.length);
        System.arraycopy(whole, 2, cut, 2 + thumbnail.length, whole.length - 5);

        assertThat(ImageEnd.of(cut)).isEqualTo(ImageEnd.MISSING);
        assertThat(ImageEnd.of(Arrays.copyOf(cut, 20))).isEqualTo(ImageEnd.MISSING);
    }

    @Test
    void tiffAndTextHaveNoMark() throws IOException {
        assertThat(ImageEnd.of(image(ImageFormat.TIFF, 4, 3))).isEqualTo(ImageEnd.NONE);
        assertThat(ImageEnd.of("text".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ImageEnd.NONE);
    }

    private static byte[] image(ImageFormat format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format.id(), out)).isTrue();
        return out.toByteArray();
    }
}
