package dev.glovebox.sandbox;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The options of a request for a vehicle licence.
 *
 * @param side front, back, double_side, or empty
 * @param returnAuthority whether to read the seal of the issuing authority
 * @param returnLocation whether to answer where the texts are
 */
record HuaweiLicenseOptions(String side, boolean returnAuthority, boolean returnLocation) {

    private static final Set<String> SIDES = Set.of("", "front", "back", "double_side");

    private static final Set<String> NEWER_MEMBERS = Set.of("return_text_location", "recognize_electronic_license");

    /** @throws Refusal if an option has another type or value, or if the level does not have it */
    static HuaweiLicenseOptions of(JsonNode request, HuaweiLicenseLevel level) {
        if (level == HuaweiLicenseLevel.OLDER) {
            checkOlderLevel(request);
        }
        JsonNode side = request.path("side");
        if (!side.isMissingNode() && (!side.isTextual() || !SIDES.contains(side.asText()))) {
            throw HuaweiRefusals.invalidParameter("side");
        }
        boolean returnAuthority = flag(request, "return_issuing_authority");
        boolean returnLocation = flag(request, "return_text_location");
        flag(request, "recognize_electronic_license");
        return new HuaweiLicenseOptions(side.asText(""), returnAuthority, returnLocation);
    }

    private static void checkOlderLevel(JsonNode request) {
        if (request.path("side").asText().equals("double_side")) {
            throw HuaweiRefusals.invalidParameter("side");
        }
        NEWER_MEMBERS.stream().filter(request::has).findAny().ifPresent(member -> {
            throw HuaweiRefusals.invalidParameter(member);
        });
    }

    private static boolean flag(JsonNode request, String name) {
        JsonNode flag = request.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw HuaweiRefusals.invalidParameter(name);
        }
        return flag.asBoolean(false);
    }

    boolean isBothSides() {
        return side.equals("double_side");
    }

    /** The service reads the front by default. */
    boolean wantsFront() {
        return !side.equals("back");
    }

    boolean wantsBack() {
        return side.equals("back") || isBothSides();
    }
}
