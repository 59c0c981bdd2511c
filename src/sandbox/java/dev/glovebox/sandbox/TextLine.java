package dev.glovebox.sandbox;

import java.util.List;

/**
 * A line of text in an image.
 *
 * @param corners four pairs of x and y, clockwise from the top left
 * @param confidence 0..1, the mean of its characters'
 */
record TextLine(String text, List<List<Integer>> corners, double confidence) {

    int left() {
        return Math.min(x(0), x(3));
    }

    int right() {
        return Math.max(x(1), x(2));
    }

    int top() {
        return Math.min(y(0), y(1));
    }

    int bottom() {
        return Math.max(y(2), y(3));
    }

    /** Its height across, not that of a box that its tilt makes taller. */
    double height() {
        return (y(3) - y(0) + y(2) - y(1)) / 2.0;
    }

    /** The height of its left end's middle. */
    double leftMiddle() {
        return (y(0) + y(3)) / 2.0;
    }

    /** The height of its right end's middle. */
    double rightMiddle() {
        return (y(1) + y(2)) / 2.0;
    }

    private int x(int corner) {
        return corners.get(corner).get(0);
    }

    private int y(int corner) {
        return corners.get(corner).get(1);
    }
}
