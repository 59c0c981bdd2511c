package dev.glovebox.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of plate that their number tells apart (GA 36-2018 family): the province, the letter of the issuing office
 * (without I), and a serial without I and O.
 */
public enum PlateFormat {
    /** Small electric and hybrid vehicles: the energy letter leads the serial. */
    NEV_SMALL("nev-small", Parts.OFFICE + "[A-HJK][A-HJ-NP-Z0-9][0-9]{4}", PlateColor.GREEN),
    /** Large ones: it ends the serial. */
    NEV_LARGE("nev-large", Parts.OFFICE + "[0-9]{5}[A-HJK]", PlateColor.YELLOW_GREEN),
    /** Police: 警 ends it. */
    POLICE("police", Parts.OFFICE + Parts.SERIAL_4 + "警", PlateColor.WHITE),
    /** Trailers: 挂 ends it. */
    TRAILER("trailer", Parts.OFFICE + Parts.SERIAL_4 + "挂", PlateColor.YELLOW),
    /** Driving schools: 学 ends it. */
    TRAINER("trainer", Parts.OFFICE + Parts.SERIAL_4 + "学", PlateColor.YELLOW),
    /** Vehicles of Hong Kong and Macau that may enter the mainland: 粤Z and 港 or 澳. */
    HONG_KONG_MACAU("hong-kong-macau", "粤Z" + Parts.SERIAL_4 + "[港澳]", PlateColor.BLACK),
    /** Consulates: 领 ends it. */
    CONSULATE("consulate", Parts.OFFICE + Parts.SERIAL_4 + "领", PlateColor.BLACK),
    /** Embassies, in the form since 2017 and the one before. */
    EMBASSY("embassy", "[0-9]{6}使|使[0-9]{6}", PlateColor.BLACK),
    /**
     * The forces' own since 2013, by public descriptions: two letters, the first of them the force's or its command's, and five
     * digits; for the armed police WJ, the province where it is a province's, four digits, and a digit or its branch's letter.
     */
    ARMED_FORCES("armed-forces", "[ABCEGHJKLNSVZ][A-HJ-NP-Z][0-9]{5}|WJ[" + Parts.PROVINCES + "]?[0-9]{4}[A-HJ-NP-Z0-9]",
            PlateColor.WHITE),
    /** All others of 7 characters: blue for small vehicles, yellow for large ones, black for foreigners' older ones. */
    ORDINARY("ordinary", Parts.OFFICE + "[A-HJ-NP-Z0-9]{5}", PlateColor.BLUE, PlateColor.YELLOW, PlateColor.BLACK),
    /** Temporary, fire rescue (应急), airport, tractors' and whatever else; also a number that was misread. */
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

    @JsonValue
    public String id() {
        return id;
    }

    /** The format of a number that has been folded. Never null. */
    public static PlateFormat of(String number) {
        return Arrays.stream(values()).filter(format -> format.pattern.matcher(number).matches()).findFirst().orElse(OTHER);
    }

    /** True where plates of this format come in that colour. */
    public boolean comesIn(PlateColor color) {
        return color == PlateColor.OTHER || colors.contains(color);
    }

    /** The province's character that begins the number, or null where none does. */
    public static String provinceOf(String number) {
        return !number.isEmpty() && Parts.PROVINCES.indexOf(number.charAt(0)) >= 0 ? number.substring(0, 1) : null;
    }
}
