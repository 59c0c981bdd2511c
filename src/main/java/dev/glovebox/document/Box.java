package dev.glovebox.document;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The position of a text in the image: four corners, clockwise. The first corner is the top left of the text, which may be
 * rotated. JSON: an array of points.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "topLeft", "topRight", "bottomRight", "bottomLeft" })
public record Box(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    /**
     * Returns the box with these corners.
     *
     * @param corners pairs of x and y in pixels, clockwise from the top left; may be null
     * @return the box; null if there are not exactly four pairs, or if a pair is incomplete
     */
    public static Box ofCorners(List<List<Integer>> corners) {
        if (corners == null || corners.size() != 4
                || corners.stream()
                        .anyMatch(pair -> pair == null || pair.size() != 2 || pair.stream().anyMatch(Objects::isNull))) {
            return null;
        }
        List<Point> points = corners.stream().map(pair -> new Point(pair.get(0), pair.get(1))).toList();
        return new Box(points.get(0), points.get(1), points.get(2), points.get(3));
    }

    /**
     * Returns the box of a rectangle without rotation.
     *
     * @param x pixels from the left; may be null
     * @param y pixels from the top; may be null
     * @param width in pixels; may be null
     * @param height in pixels; may be null
     * @return the box; null if one of the numbers is null
     */
    public static Box ofRectangle(Integer x, Integer y, Integer width, Integer height) {
        if (x == null || y == null || width == null || height == null) {
            return null;
        }
        return new Box(new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }
}
