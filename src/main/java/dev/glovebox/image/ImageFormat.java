package dev.glovebox.image;

/** The formats that OCR providers take. */
public enum ImageFormat {
    JPEG("jpeg"),
    PNG("png"),
    BMP("bmp"),
    TIFF("tiff");

    private final String id;

    ImageFormat(String id) {
        this.id = id;
    }

    /** The name in JSON. */
    public String id() {
        return id;
    }
}
