package dev.glovebox.sandbox;

/** Error answers that several parts of Huawei's OCR service give. */
final class HuaweiRefusals {

    private HuaweiRefusals() {
    }

    static Refusal of(ImageProblem problem) {
        return switch (problem.kind()) {
            case BAD_URL -> new Refusal(400, "ModelArts.4601", "The URL is not valid");
            case NOT_FETCHED -> new Refusal(400, "ModelArts.4603", "Obtaining the file from the URL failed");
            case NOT_AN_IMAGE -> unsupportedFormat();
            case BROKEN -> poorQuality();
        };
    }

    static Refusal poorQuality() {
        return new Refusal(400, "AIS.0104", "The image is not supported or its quality is poor");
    }

    static Refusal unsupportedFormat() {
        return new Refusal(400, "AIS.0102", "The image format is not supported");
    }

    static Refusal wrongSize() {
        return new Refusal(400, "AIS.0103", "The image size does not meet the requirements");
    }

    /** @param reason the name of the parameter, or the rule that it breaks */
    static Refusal invalidParameter(String reason) {
        return new Refusal(400, "AIS.0101", "The input parameter is invalid: " + reason);
    }
}
