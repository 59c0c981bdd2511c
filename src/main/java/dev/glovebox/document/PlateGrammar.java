package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The grammar of Chinese plate numbers. The resource {@code plate-formats.tsv} defines it. The characters of numbers, their
 * separators, the provinces and the colours follow from it.
 */
final class PlateGrammar {

    private static final String FORMAT_ROW = "format";
    private static final Map<String, String> CLASSES = new HashMap<>();
    private static final List<PlateForm> FORMS = load();

    private PlateGrammar() {
    }

    /** Returns all forms, in the order of the resource. */
    static List<PlateForm> forms() {
        return FORMS;
    }

    /** Returns the format of a number without separators; {@link PlateFormat#OTHER} if no form matches. */
    static PlateFormat formatOf(String number) {
        return FORMS.stream().filter(form -> form.matches(number)).findFirst().map(PlateForm::format).orElse(PlateFormat.OTHER);
    }

    /** Returns the colours of the plates of a format; empty for {@link PlateFormat#OTHER}. */
    static Set<PlateColor> colorsOf(PlateFormat format) {
        return FORMS.stream().filter(form -> form.format() == format).flatMap(form -> form.colors().stream())
                .collect(Collectors.toSet());
    }

    /** Returns true if the character is the sign of a province. */
    static boolean isProvince(char character) {
        return CLASSES.get("province").indexOf(character) >= 0;
    }

    /**
     * Removes the separators of a number. A separator is kept if a Chinese plate has a character in its place: the provider may
     * not have recognized the character, and a shorter number could be that of another vehicle.
     *
     * @param code a plate number in half-width capitals
     */
    static String removeSeparators(String code) {
        String number = PlainText.remove(PlateForm.SEPARATORS, code);
        if (number.equals(code)) {
            return code;
        }
        return firstOf(form -> form.withoutSeparators(code))
                .or(() -> isChinese(code) ? firstOf(form -> form.withUnrecognizedCharacters(code)) : Optional.empty())
                .orElse(number);
    }

    private static Optional<String> firstOf(Function<PlateForm, Optional<String>> result) {
        return FORMS.stream().map(result).flatMap(Optional::stream).findFirst();
    }

    private static boolean isChinese(String code) {
        return code.chars().anyMatch(Character::isIdeographic);
    }

    private static List<PlateForm> load() {
        List<PlateForm> forms = new ArrayList<>();
        DataTable.load("plate-formats.tsv").rows().forEach(row -> {
            if (row[0].equals(FORMAT_ROW)) {
                forms.add(new PlateForm(PlateFormat.ofId(row[1]), segments(row[2]), colors(row[3])));
            } else {
                CLASSES.put(row[1], row[2]);
            }
        });
        return List.copyOf(forms);
    }

    private static List<List<String>> segments(String form) {
        return Arrays.stream(form.split(" ")).map(segment -> Arrays.stream(segment.split("\\+"))
                .flatMap(PlateGrammar::positions).toList()).toList();
    }

    /** Returns the characters of each position of a part such as {@code digit*4}. */
    private static Stream<String> positions(String part) {
        String[] nameAndCount = part.split("\\*");
        int count = nameAndCount.length == 1 ? 1 : Integer.parseInt(nameAndCount[1]);
        return Collections.nCopies(count, CLASSES.getOrDefault(nameAndCount[0], nameAndCount[0])).stream();
    }

    private static Set<PlateColor> colors(String ids) {
        Set<PlateColor> colors = EnumSet.noneOf(PlateColor.class);
        for (String id : ids.split(" ")) {
            Arrays.stream(PlateColor.values()).filter(color -> color.id().equals(id)).forEach(colors::add);
        }
        return colors;
    }
}
