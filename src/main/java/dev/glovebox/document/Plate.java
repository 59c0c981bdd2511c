package dev.glovebox.document;

/**
 * One licence plate.
 *
 * @param number the folded number, with its confidence and the plate's corners
 * @param color the ground colour
 * @param format what the number tells of the plate's kind
 * @param province the first character's province, such as 京; null where it is none
 */
public record Plate(Field<String> number, Field<PlateColor> color, PlateFormat format, String province) {
}
