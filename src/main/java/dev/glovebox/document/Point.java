package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A point in the image. JSON: {@code [x, y]}.
 *
 * @param x pixels from the left; negative or beyond the width if the provider extrapolates
 * @param y pixels from the top; negative or beyond the height if the provider extrapolates
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "x", "y" })
public record Point(int x, int y) {
}
