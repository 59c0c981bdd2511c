package dev.glovebox.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The members of one of a provider's objects. A service may add members at any time; one that renames them would go on being
 * read, and its documents would be empty.
 */
public final class KnownMembers {

    private final Set<String> always;
    private final Set<String> all;

    /**
     * @param always those that have always been there, if only with an empty text
     * @param sometimes those that may be missing
     */
    public KnownMembers(Collection<String> always, Collection<String> sometimes) {
        this.always = Set.copyOf(always);
        Set<String> known = new HashSet<>(always);
        known.addAll(sometimes);
        this.all = Set.copyOf(known);
    }

    /** True where the object has members, and none that is always there. */
    public boolean areAllMissingIn(JsonNode object) {
        return !object.isEmpty() && always.stream().noneMatch(object::has);
    }

    /** True where {@link #mayBeRenamedIn} is of any object of the array. */
    public boolean mayBeRenamedInAny(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(this::mayBeRenamedIn);
    }

    /**
     * True where one is missing that is always there, and the object has one that is not known: a new name, perhaps. False of
     * what is no object.
     */
    public boolean mayBeRenamedIn(JsonNode object) {
        return always.stream().anyMatch(name -> !object.has(name))
                && object.properties().stream().anyMatch(member -> !all.contains(member.getKey()));
    }
}
