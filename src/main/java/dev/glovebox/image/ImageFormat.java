package dev.glovebox.image;

/** The image formats that OCR providers accept. */
public enum ImageFormat {
    JPEG("jpeg"),
    PNG("png"),
    BMP("bmp"),
    TIFF("tiff");

    private final String id;

    ImageFormat(String id) {
        this.id = id;
    }

    /** Returns the stable id in JSON. */
    public String id() {
        return id;
    }
}
