package dev.glovebox.provider.tencentclassic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Box;
import dev.glovebox.document.Confidence;
import dev.glovebox.document.Document;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VinDocument;
import dev.glovebox.provider.Members;

/** Maps the answers of the classic service to VIN documents. */
final class TencentClassicDocuments {

    private TencentClassicDocuments() {
    }

    /**
     * Returns the document of an answer without an error. The documentation shows the items in {@code data} and beside the
     * code.
     *
     * @return empty if the answer has no items
     */
    static Optional<NormalizedDocument<? extends Document>> document(JsonNode body) {
        JsonNode data = body.path("data");
        JsonNode items = data.has("items") ? data.get("items") : body.path("items");
        if (!items.isArray()) {
            return Optional.empty();
        }
        List<Reading> readings = new ArrayList<>();
        items.forEach(item -> readings.add(reading(item)));
        return Optional.of(VinDocument.ofCandidates(readings));
    }

    private static Reading reading(JsonNode item) {
        JsonNode rectangle = item.path("itemcoord");
        return new Reading(Members.text(item, "itemstring"), confidence(item),
                Box.ofRectangle(Members.integer(rectangle, "x"), Members.integer(rectangle, "y"),
                        Members.integer(rectangle, "width"), Members.integer(rectangle, "height")));
    }

    /** The confidence of a text is the lowest one of its characters, which are 0 to 100 on the wire. */
    private static Double confidence(JsonNode item) {
        OptionalDouble lowest = StreamSupport.stream(item.path("words").spliterator(), false)
                .map(word -> word.path("confidence")).filter(JsonNode::isNumber).mapToDouble(JsonNode::doubleValue).min();
        if (lowest.isPresent()) {
            return Confidence.ofPercent(lowest.getAsDouble());
        }
        JsonNode whole = item.path("itemconf");
        if (!whole.isNumber()) {
            return null;
        }
        // the documentation says 0 to 100, but answers have values from 0 to 1
        return whole.doubleValue() <= 1 ? (Double) whole.doubleValue() : Confidence.ofPercent(whole.doubleValue());
    }
}
