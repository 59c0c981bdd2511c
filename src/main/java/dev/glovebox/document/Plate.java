package dev.glovebox.document;

/**
 * One licence plate.
 *
 * @param number the normalized number, its confidence and the corners of the plate
 * @param color the background colour
 * @param format the kind of plate that the number indicates
 * @param province the first character of the number, such as 京; null if it is not the sign of a province
 */
public record Plate(Field<String> number, Field<PlateColor> color, PlateFormat format, String province) {
}
