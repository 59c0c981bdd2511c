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

/** Malicious images: a header costs little time and memory, even if it claims a huge size. Broken images are rejected. */
class HostileImagesTest {

    private static final Duration MAX_TIME = Duration.ofMillis(50);
    /** Allocated memory: enough for an exception, a few records and their classes. The pixels would take gigabytes. */
    private static final long MAX_ALLOCATED_BYTES = 1024 * 1024;
    private static final ImageLimits LIMITS = new ImageLimits(15, 4096, 10_000_000, Set.of(ImageFormat.values()));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> decompressionBombs() {
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
    @MethodSource("decompressionBombs")
    void headerOfADecompressionBombIsTooLarge(String name, byte[] bomb) {
        Optional<ImageHeader> header = readWithinLimits(bomb);

        assertThat(header).isPresent();
        assertThat(LIMITS.findViolation(new Image.Inline(bomb, header.get())))
                .hasValueSatisfying(violation -> assertThat(violation).isInstanceOf(ImageLimits.Violation.TooLarge.class));
    }

    static Stream<Arguments> impossibleHeaders() {
        return Stream.of(Arguments.of("BMP with a negative width", bmp(-5, 5)), Arguments.of("BMP without rows", bmp(5, 0)),
                Arguments.of("PNG without width", png(0, 5)), Arguments.of("JPEG without lines", jpeg(5, 0)),
                Arguments.of("TIFF without length", tiff(5, 0)),
                Arguments.of("TIFF with a directory inside the header", directoryInsideTheHeader()),
                Arguments.of("TIFF with a directory at 4 GB", directoryBeyondTheEnd()),
                Arguments.of("JPEG with a million empty segments", millionEmptySegments()),
                Arguments.of("JPEG with 4 MB of fill bytes", fillBytesOnly()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossibleHeaders")
    void impossibleHeaderIsRejected(String name, byte[] image) {
        assertThat(readWithinLimits(image)).isEmpty();
    }

    /** The seed is fixed, so that failures are reproducible. */
    @ParameterizedTest
    @EnumSource
    void corruptedFileCostsLittleTimeAndMemory(ImageFormat format) throws IOException {
        byte[] original = image(format);
        Random random = new Random(format.ordinal());
        for (int i = 0; i < 20_000; i++) {
            byte[] corrupted = original.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                corrupted[random.nextInt(Math.min(corrupted.length, 200))] = (byte) random.nextInt();
            }
            readWithinLimits(random.nextInt(4) == 0 ? Arrays.copyOf(corrupted, random.nextInt(corrupted.length)) : corrupted);
        }
    }

    @Test
    void randomBytesCostLittleTimeAndMemory() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            readWithinLimits(noise);
        }
    }

    /** Returns the header, or empty if the image is rejected. Fails if this takes too much time or memory. */
    private static Optional<ImageHeader> readWithinLimits(byte[] image) {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long nanosBefore = THREADS.getCurrentThreadCpuTime();
        Optional<ImageHeader> header;
        try {
            header = Optional.of(ImageHeader.read(image));
        } catch (UnsupportedImageException rejected) {
            header = Optional.empty();
        }
        long elapsed = THREADS.getCurrentThreadCpuTime() - nanosBefore;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        assertThat(Duration.ofNanos(elapsed)).isLessThan(MAX_TIME);
        assertThat(allocated).isLessThan(MAX_ALLOCATED_BYTES);
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

    private static byte[] directoryInsideTheHeader() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'I', 'I', 42, 0 }).putInt(4).array();
    }

    private static byte[] directoryBeyondTheEnd() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] { 'I', 'I', 42, 0 }).putInt(-2).array();
    }

    private static byte[] millionEmptySegments() {
        ByteBuffer jpeg = ByteBuffer.allocate(4_000_002).put(new byte[] { (byte) 0xFF, (byte) 0xD8 });
        while (jpeg.remaining() >= 4) {
            jpeg.put(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, 2 });
        }
        return jpeg.array();
    }

    private static byte[] fillBytesOnly() {
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
