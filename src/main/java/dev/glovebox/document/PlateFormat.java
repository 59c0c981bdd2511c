package dev.glovebox.document;

import java.util.Arrays;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of plates, by the format of their number. {@link PlateGrammar} has the forms of the numbers and the colours. In
 * JSON, the id is an open string: later releases may add formats.
 */
public enum PlateFormat {
    /** All numbers with a serial of five characters. Blue: small vehicles. Yellow: large vehicles. Black: older, foreigners. */
    ORDINARY("ordinary"),
    /** Small electric and hybrid vehicles: the serial begins with the letter of the energy type. */
    NEV_SMALL("nev-small"),
    /** Large electric and hybrid vehicles: the serial ends with the letter of the energy type. */
    NEV_LARGE("nev-large"),
    /** Police: the number ends with 警. */
    POLICE("police"),
    /** Trailers: the number ends with 挂. */
    TRAILER("trailer"),
    /** Driving schools: the number ends with 学. */
    TRAINER("trainer"),
    /** Vehicles of Hong Kong and Macau that may enter the mainland: the number begins with 粤Z and ends with 港 or 澳. */
    HONG_KONG_MACAU("hong-kong-macau"),
    /** Consulates: the number ends with 领. Since 2018 it contains the three digits of the mission. */
    CONSULATE("consulate"),
    /** Embassies: the number contains 使, and the three digits of the mission except on motorcycles. */
    EMBASSY("embassy"),
    /** The armed forces and the armed police since 2013. */
    ARMED_FORCES("armed-forces"),
    /** Fire and rescue: the number contains 应急, and X (fire) or S (forest fire). */
    EMERGENCY("emergency"),
    /** Vehicles in trials: the number ends with 试. */
    TEST("test"),
    /** Vehicles above the limits of size or mass: the number ends with 超. */
    OVERSIZE("oversize"),
    /** Temporary plates: the number ends with 临. A temporary plate without this character has an ordinary number. */
    TEMPORARY("temporary"),
    /** Vehicles inside airports: the number begins with 民航. */
    CIVIL_AVIATION("civil-aviation"),
    /** Tractors and other agricultural machines: the number has two digits in place of the letter of the office. */
    TRACTOR("tractor"),
    /** Any other plate, and any misread number. */
    OTHER("other");

    private final String id;

    PlateFormat(String id) {
        this.id = id;
    }

    /** Returns the stable id in JSON. */
    @JsonValue
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException if no format has the id */
    static PlateFormat ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such format"));
    }

    /**
     * Returns the format of a number.
     *
     * @param number a normalized number; never null
     * @return the format; {@link #OTHER} if the number matches none of the formats; never null
     */
    public static PlateFormat of(String number) {
        return PlateGrammar.formatOf(number);
    }

    /** Returns true if plates of this format exist in that colour. Every format allows {@link PlateColor#OTHER}. */
    public boolean allowsColor(PlateColor color) {
        Set<PlateColor> colors = PlateGrammar.colorsOf(this);
        return color == PlateColor.OTHER || colors.isEmpty() || colors.contains(color);
    }

    /**
     * Returns the sign of the province with which a number begins.
     *
     * @param number a normalized number; never null, but it may be empty
     * @return one character, such as 京; null if the number begins with another character
     */
    public static String provinceOf(String number) {
        return !number.isEmpty() && PlateGrammar.isProvince(number.charAt(0)) ? number.substring(0, 1) : null;
    }
}
