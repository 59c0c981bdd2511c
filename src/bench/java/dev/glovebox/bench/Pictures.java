package dev.glovebox.bench;

import java.io.ByteArrayOutputStream;
import java.util.Random;

import dev.glovebox.testing.Images;

/** Photographs of a wanted weight. */
final class Pictures {

    private Pictures() {
    }

    /** A JPEG of that many bytes: a small one, with noise before its end mark. */
    static byte[] jpeg(int bytes) {
        byte[] small = Images.blank("jpeg", 1280, 720);
        byte[] noise = new byte[bytes - small.length];
        new Random(bytes).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            // no marker may come of it
            noise[i] = noise[i] == (byte) 0xFF ? 0 : noise[i];
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(bytes);
        jpeg.write(small, 0, small.length - 2);
        jpeg.writeBytes(noise);
        jpeg.write(small, small.length - 2, 2);
        return jpeg.toByteArray();
    }
}
