package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A point of the image; {@code [x, y]} in JSON.
 *
 * @param x pixels from the left; negative or beyond the width where a provider extrapolates
 * @param y pixels from the top; likewise
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "x", "y" })
public record Point(int x, int y) {
}
