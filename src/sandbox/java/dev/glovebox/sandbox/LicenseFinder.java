package dev.glovebox.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the values of a vehicle licence: each is right of its printed label, on the same line. */
final class LicenseFinder {

    private static final Map<String, String> FRONT = labels("号牌号码", "number", "车辆类型", "vehicle_type", "所有人", "name", "住址",
            "address", "使用性质", "use_character", "品牌型号", "model", "车辆识别代号", "vin", "发动机号码", "engine_no", "注册日期",
            "register_date", "发证日期", "issue_date");
    private static final Map<String, String> BACK = labels("号牌号码", "number", "档案编号", "file_no", "核定载人数",
            "approved_passengers", "总质量", "gross_mass", "整备质量", "unladen_mass", "核定载质量", "approved_load", "外廓尺寸", "dimension",
            "准牵引总质量", "traction_mass", "备注", "remarks", "检验记录", "inspection_record");
    private static final Pattern BARCODE = Pattern.compile("\\*[0-9A-Z]{8,}\\*");
    /** The least number of labels that identifies the page. */
    private static final int MIN_LABELS = 4;

    private final List<TextLine> lines;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<List<Integer>>> corners = new LinkedHashMap<>();

    /**
     * A page of a licence.
     *
     * @param values the texts by name; empty if a label has no text beside it
     * @param corners the corners of the texts that are not empty, by name
     */
    record Page(Map<String, String> values, Map<String, List<List<Integer>>> corners) {
    }

    private LicenseFinder(List<TextLine> lines) {
        this.lines = lines;
    }

    /**
     * Reads the main page. Returns empty if too few of its labels are there.
     *
     * @param authority whether to read the seal, as {@code issuing_authority}
     */
    static Optional<Page> front(List<TextLine> lines, ImageFile image, boolean authority) {
        LicenseFinder finder = new LicenseFinder(lines);
        if (!finder.readBeside(FRONT)) {
            return Optional.empty();
        }
        if (authority) {
            finder.values.put("issuing_authority", RedSeal.text(lines, image.pixels()));
        }
        return Optional.of(finder.page());
    }

    /** Reads the supplementary page. Returns empty if too few of its labels are there. */
    static Optional<Page> back(List<TextLine> lines) {
        LicenseFinder finder = new LicenseFinder(lines);
        if (!finder.readBeside(BACK)) {
            return Optional.empty();
        }
        finder.put("code_number", lines.stream().filter(line -> BARCODE.matcher(line.text()).matches()).findFirst());
        return Optional.of(finder.page());
    }

    private Page page() {
        return new Page(values, corners);
    }

    private boolean readBeside(Map<String, String> labels) {
        Map<String, TextLine> found = new LinkedHashMap<>();
        for (TextLine line : lines) {
            String text = line.text().replaceAll("\\s", "");
            if (labels.containsKey(text)) {
                found.put(text, line);
            }
        }
        if (found.size() < MIN_LABELS) {
            return false;
        }
        Set<TextLine> taken = new HashSet<>(found.values());
        labels.forEach((label, name) -> put(name,
                Optional.ofNullable(found.get(label)).flatMap(line -> valueBeside(line, taken, found.values()))));
        return true;
    }

    /** Finds the nearest line to the right, in the direction of the label's line. Returns empty if another label is between. */
    private Optional<TextLine> valueBeside(TextLine label, Set<TextLine> taken, Iterable<TextLine> labels) {
        Optional<TextLine> value = lines.stream().filter(line -> !taken.contains(line) && isBeside(label, line))
                .min(Comparator.comparingInt(TextLine::left));
        for (TextLine other : labels) {
            if (value.isPresent() && other != label && isBeside(label, other) && other.left() < value.get().left()) {
                return Optional.empty();
            }
        }
        return value;
    }

    private static boolean isBeside(TextLine label, TextLine line) {
        // on a tilted photo the lines rise or fall like the label
        double slope = (label.rightMiddle() - label.leftMiddle()) / Math.max(1, label.right() - label.left());
        double expected = label.rightMiddle() + slope * (line.left() - label.right());
        return line.left() > label.right() - label.height() / 2
                && Math.abs(line.leftMiddle() - expected) < Math.max(label.height(), line.height()) * 0.75;
    }

    private void put(String name, Optional<TextLine> line) {
        values.put(name, line.map(TextLine::text).orElse(""));
        line.ifPresent(found -> corners.put(name, found.corners()));
    }

    private static Map<String, String> labels(String... labelsAndNames) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(List.of(labelsAndNames));
        for (int i = 0; i < all.size(); i += 2) {
            labels.put(all.get(i), all.get(i + 1));
        }
        return labels;
    }
}
