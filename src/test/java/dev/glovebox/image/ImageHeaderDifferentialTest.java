package dev.glovebox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the header reader with the decoders of the JDK, whose JPEG decoder is libjpeg, on files with damaged headers.
 *
 * <p>
 * JPEG, PNG and BMP have no difference. The two differences in TIFF files are in {@link #reason}.
 */
class ImageHeaderDifferentialTest {

    private static final int MUTANTS = 4_000;
    private static final int HEADER_BYTES = 160;

    private record Size(int width, int height) {
    }

    @BeforeAll
    static void decodeInMemory() {
        ImageIO.setUseCache(false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "jpeg", "png", "bmp", "tiff" })
    void whatTheDecoderReadsHasTheSameSizeHere(String format) throws IOException {
        byte[] original = image(format);
        Random random = new Random(20261201);
        List<String> differences = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(original, random);
            Optional<Size> decoder = sizeByDecoder(mutant);
            Optional<Size> here = sizeHere(mutant);
            read += decoder.isPresent() ? 1 : 0;
            if (decoder.isPresent() && !decoder.equals(here) && reason(mutant, decoder.get(), here).isEmpty()) {
                differences.add("mutant " + i + ": the decoder reads " + decoder + ", the header reader " + here);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(read).as("mutants that the decoder reads").isGreaterThan(MUTANTS / 20);
    }

    /** Returns why the two may differ. */
    private static Optional<String> reason(byte[] mutant, Size decoder, Optional<Size> here) {
        if (decoder.width() <= 0 || decoder.height() <= 0) {
            return Optional.of("the decoder takes -1 for a side of a TIFF that is missing or has a wrong type");
        }
        boolean isTiff = mutant[0] == 'M' || mutant[0] == 'I';
        if (isTiff && here.isPresent()) {
            return Optional.of("the decoder takes the last one of two entries for a side; libtiff takes the first one");
        }
        return Optional.empty();
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] mutant = original;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int at = 2 + random.nextInt(Math.min(HEADER_BYTES, mutant.length - 2));
            mutant = switch (random.nextInt(6)) {
                case 0 -> insert(mutant, at, bytes(random, 1 + random.nextInt(4)));
                case 1 -> insert(mutant, at, new byte[] { (byte) 0xFF });
                case 2 -> insert(mutant, at, Arrays.copyOfRange(mutant, at, Math.min(mutant.length, at + random.nextInt(24))));
                case 3 -> remove(mutant, at, 1 + random.nextInt(3));
                case 4 -> replace(mutant, at, (byte) random.nextInt(256));
                default -> replace(mutant, at, (byte) (mutant[at] ^ 1 << random.nextInt(8)));
            };
        }
        return mutant;
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] insert(byte[] source, int at, byte[] data) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(source, 0, at);
        all.writeBytes(data);
        all.write(source, at, source.length - at);
        return all.toByteArray();
    }

    private static byte[] remove(byte[] source, int at, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(source, 0, at);
        int rest = Math.min(source.length, at + count);
        all.write(source, rest, source.length - rest);
        return all.toByteArray();
    }

    private static byte[] replace(byte[] source, int at, byte value) {
        byte[] copy = source.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Optional<Size> sizeHere(byte[] image) {
        try {
            ImageHeader header = ImageHeader.read(image);
            return Optional.of(new Size(header.width(), header.height()));
        } catch (UnsupportedImageException unsupported) {
            return Optional.empty();
        }
    }

    private static Optional<Size> sizeByDecoder(byte[] image) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, false, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
