package dev.glovebox.bench;

import java.io.ByteArrayOutputStream;
import java.util.Random;

import dev.glovebox.testing.Images;

/** JPEG images of any file size. */
final class Pictures {

    private Pictures() {
    }

    /** Returns a JPEG of that many bytes: a small image with noise before its end mark. */
    static byte[] jpeg(int bytes) {
        byte[] small = Images.blank("jpeg", 1280, 720);
        byte[] noise = new byte[bytes - small.length];
        new Random(bytes).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            // the noise must not contain a marker
            noise[i] = noise[i] == (byte) 0xFF ? 0 : noise[i];
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(bytes);
        jpeg.write(small, 0, small.length - 2);
        jpeg.writeBytes(noise);
        jpeg.write(small, small.length - 2, 2);
        return jpeg.toByteArray();
    }
}
