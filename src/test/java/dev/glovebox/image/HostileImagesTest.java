package dev.glovebox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

/** Images made to harm: what a header claims costs neither time nor memory, and what is broken is refused. */
class HostileImagesTest {

    private static final Duration MOST_TIME = Duration.ofMillis(50);
    /** An exception, a few records, and what a JVM loads for the first of them; the pixels would be gigabytes. */
    private static final long MOST_BYTES = 1024 * 1024;
    private static final ImageLimits LIMITS = new ImageLimits(15, 4096, 10_000_000, Set.of(ImageFormat.values()));
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> bombs() {
        return Stream.of(Arguments.of("JPEG of 65535 x 65535", jpeg(0xFFFF, 0xFFFF)),
                Arguments.of("PNG of 65535 x 65535", png(0xFFFF, 0xFFFF)),
                Arguments.of("PNG of 2^31 - 1 x 2^31 - 1", png(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                Arguments.of("PNG of 2^32 - 1 x 2^32 - 1", png(-1, -1)),
                Arguments.of("BMP of 2^31 - 1 x 2^31 - 1", bmp(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                Arguments.of("BMP of -2^31 rows", bmp(3, Integer.MIN_VALUE)),
                Arguments.of("TIFF of 2^31 pixels", tiff(1 << 16, 1 << 15)),
                Arguments.of("TIFF of 2^32 - 1 x 2^32 - 1", tiff(-1, -1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void shouldFindADecompressionBombTooLargeByItsHeader(String name, byte[] bomb) {
        Optional<ImageHeader> header = read(bomb);

        assertThat(header).isPresent();
        assertThat(LIMITS.findViolation(new Image.Inline(bomb, header.get())))
                .hasValueSatisfying(violation -> assertThat(violation).isInstanceOf(ImageLimits.Violation.TooLarge.class));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(Arguments.of("BMP of negative width", bmp(-5, 5)), Arguments.of("BMP of no rows", bmp(5, 0)),
                Arguments.of("PNG of no width", png(0, 5)), Arguments.of("JPEG of no lines", jpeg(5, 0)),
                Arguments.of("TIFF of no length", tiff(5, 0)),
                Arguments.of("TIFF whose directory is itself its entries", directoryAtItself()),
                Arguments.of("TIFF whose directory lies beyond 4 GB", directoryBeyond()),
                Arguments.of("JPEG of segments that never end", segments()),
                Arguments.of("JPEG of fill bytes that never end", fillBytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void shouldRefuseAHeaderThatCannotBe(String name, byte[] image) {
        assertThat(read(image)).isEmpty();
    }

    /** The seed is fixed: a failure is found again. */
    @ParameterizedTest
    @EnumSource
    void shouldReadOrRefuseWhateverIsChangedInAFile(ImageFormat format) throws IOException {
        byte[] whole = image(format);
        Random random = new Random(format.ordinal());
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                changed[random.nextInt(Math.min(changed.length, 200))] = (byte) random.nextInt();
            }
            read(random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed);
        }
    }

    @Test
    void shouldReadOrRefuseNoise() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            read(noise);
        }
    }

    /** The header; empty where it was refused. Holds it to its time and its memory. */
    private static Optional<ImageHeader> read(byte[] image) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long nanos = THREAD.getCurrentThreadCpuTime();
        Optional<ImageHeader> header;
        try {
            header = Optional.of(ImageHeader.read(image));
        } catch (UnsupportedImageException refused) {
            header = Optional.empty();
        }
        long took = THREAD.getCurrentThreadCpuTime() - nanos;
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - bytes;
        assertThat(Duration.ofNanos(took)).isLessThan(MOST_TIME);
        assertThat(allocated).isLessThan(MOST_BYTES);
        return header;
    }

    private static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(23).put(new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8 })
                .putShort((short) height).putShort((short) width).array();
    }

    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33).put(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 }).putInt(13)
                .put(new byte[] { 'I', 'H', 'D', 'R' }).putInt(width).putInt(height).array();
    }

    private static byte[] bmp(int width, int height) {
        return ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'B', 'M' }).putInt(54).putInt(0)
                .putInt(54).putInt(40).putInt(width).putInt(height).array();
    }

    private static byte[] tiff(int width, int length) {
        return ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'I', 'I', 42, 0 }).putInt(8)
                .putShort((short) 2).putShort((short) 256).putShort((short) 4).putInt(1).putInt(width).putShort((short) 257)
                .putShort((short) 4).putInt(1).putInt(length).array();
    }

    private static byte[] directoryAtItself() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'I', 'I', 42, 0 }).putInt(4).array();
    }

    private static byte[] directoryBeyond() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'I', 'I', 42, 0 }).putInt(-2).array();
    }

    private static byte[] segments() {
        ByteBuffer jpeg = ByteBuffer.allocate(4_000_002).put(new byte[] { (byte) 0xFF, (byte) 0xD8 });
        while (jpeg.remaining() >= 4) {
            jpeg.put(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, 2 });
        }
        return jpeg.array();
    }

    private static byte[] fillBytes() {
        byte[] jpeg = new byte[4_000_000];
        Arrays.fill(jpeg, (byte) 0xFF);
        jpeg[1] = (byte) 0xD8;
        return jpeg;
    }

    private static byte[] image(ImageFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format.id(), out)).isTrue();
        return out.toByteArray();
    }
}
