package dev.glovebox.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of plates, by the format of their number (GA 36-2018 family). A number consists of the province, the letter of the
 * issuing office (never I) and a serial without I and O.
 */
public enum PlateFormat {
    /** Small electric and hybrid vehicles: the serial begins with the letter of the energy type. */
    NEV_SMALL("nev-small", Parts.OFFICE + "[A-HJK][A-HJ-NP-Z0-9][0-9]{4}", PlateColor.GREEN),
    /** Large electric and hybrid vehicles: the serial ends with the letter of the energy type. */
    NEV_LARGE("nev-large", Parts.OFFICE + "[0-9]{5}[A-HJK]", PlateColor.YELLOW_GREEN),
    /** Police: the number ends with 警. */
    POLICE("police", Parts.OFFICE + Parts.SERIAL_4 + "警", PlateColor.WHITE),
    /** Trailers: the number ends with 挂. */
    TRAILER("trailer", Parts.OFFICE + Parts.SERIAL_4 + "挂", PlateColor.YELLOW),
    /** Driving schools: the number ends with 学. */
    TRAINER("trainer", Parts.OFFICE + Parts.SERIAL_4 + "学", PlateColor.YELLOW),
    /** Vehicles of Hong Kong and Macau that may enter the mainland: the number begins with 粤Z and ends with 港 or 澳. */
    HONG_KONG_MACAU("hong-kong-macau", "粤Z" + Parts.SERIAL_4 + "[港澳]", PlateColor.BLACK),
    /** Consulates: the number ends with 领. */
    CONSULATE("consulate", Parts.OFFICE + Parts.SERIAL_4 + "领", PlateColor.BLACK),
    /** Embassies, in the format since 2017 and in the one before. */
    EMBASSY("embassy", "[0-9]{6}使|使[0-9]{6}", PlateColor.BLACK),
    /**
     * The armed forces since 2013, according to public descriptions. Army, navy and air force: two letters and five digits; the
     * first letter is that of the force or its command. Armed police: WJ, the sign of the province for provincial units, four
     * digits, and a digit or the letter of the branch.
     */
    ARMED_FORCES("armed-forces", "[ABCEGHJKLNSVZ][A-HJ-NP-Z][0-9]{5}|WJ[" + Parts.PROVINCES + "]?[0-9]{4}[A-HJ-NP-Z0-9]",
            PlateColor.WHITE),
    /** All other numbers of 7 characters. Blue: small vehicles. Yellow: large vehicles. Black: older plates of foreigners. */
    ORDINARY("ordinary", Parts.OFFICE + "[A-HJ-NP-Z0-9]{5}", PlateColor.BLUE, PlateColor.YELLOW, PlateColor.BLACK),
    /** Any other plate, such as temporary, fire rescue (应急), airport and tractor plates, and any misread number. */
    OTHER("other", ".*", PlateColor.values());

    private static final class Parts {
        static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
        static final String OFFICE = "[" + PROVINCES + "][A-HJ-Z]";
        static final String SERIAL_4 = "[A-HJ-NP-Z0-9]{4}";
    }

    private final String id;
    private final Pattern pattern;
    private final Set<PlateColor> colors;

    PlateFormat(String id, String pattern, PlateColor... colors) {
        this.id = id;
        this.pattern = Pattern.compile(pattern);
        this.colors = EnumSet.noneOf(PlateColor.class);
        this.colors.addAll(Arrays.asList(colors));
    }

    /** Returns the stable id in JSON. */
    @JsonValue
    public String id() {
        return id;
    }

    /**
     * Returns the format of a number.
     *
     * @param number a normalized number; never null
     * @return the format; {@link #OTHER} if the number matches none of the formats; never null
     */
    public static PlateFormat of(String number) {
        return Arrays.stream(values()).filter(format -> format.pattern.matcher(number).matches()).findFirst().orElse(OTHER);
    }

    /** Returns true if plates of this format exist in that colour. Every format allows {@link PlateColor#OTHER}. */
    public boolean allowsColor(PlateColor color) {
        return color == PlateColor.OTHER || colors.contains(color);
    }

    /**
     * Returns the sign of the province with which a number begins.
     *
     * @param number a normalized number; never null, but it may be empty
     * @return one character, such as 京; null if the number begins with another character
     */
    public static String provinceOf(String number) {
        return !number.isEmpty() && Parts.PROVINCES.indexOf(number.charAt(0)) >= 0 ? number.substring(0, 1) : null;
    }
}
