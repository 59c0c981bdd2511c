package dev.glovebox.sandbox;

import java.util.List;

/**
 * A line of text in an image.
 *
 * @param text the text
 * @param corners four pairs of x and y in pixels, clockwise from the top left
 * @param confidence the mean confidence of the characters, 0..1
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

    /** Returns the height of the text. The upright rectangle of a tilted line is higher. */
    double height() {
        return (y(3) - y(0) + y(2) - y(1)) / 2.0;
    }

    /** Returns the y coordinate of the middle of the left end. */
    double leftMiddle() {
        return (y(0) + y(3)) / 2.0;
    }

    /** Returns the y coordinate of the middle of the right end. */
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
