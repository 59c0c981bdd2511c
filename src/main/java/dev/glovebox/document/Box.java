package dev.glovebox.document;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Where a text stands in the image: four corners, clockwise from the text's own top left; an array of points in JSON. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "topLeft", "topRight", "bottomRight", "bottomLeft" })
public record Box(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    /**
     * The box with these corners.
     *
     * @param corners pairs of x and y, clockwise from the top left; may be null
     * @return null unless there are exactly four pairs of two
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
     * The box of an upright rectangle.
     *
     * @return null where one of the numbers is
     */
    public static Box ofRectangle(Integer x, Integer y, Integer width, Integer height) {
        if (x == null || y == null || width == null || height == null) {
            return null;
        }
        return new Box(new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }
}
