package dev.glovebox.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The names of the members of one object in a provider's answers. They reveal that a service has renamed members: without this
 * check the documents would silently lose their values. Immutable.
 */
public final class KnownMembers {

    private final Set<String> permanent;
    private final Set<String> all;

    /**
     * @param permanent members that every answer has, even if their text is empty
     * @param optional members that answers may leave out
     */
    public KnownMembers(Collection<String> permanent, Collection<String> optional) {
        this.permanent = Set.copyOf(permanent);
        Set<String> known = new HashSet<>(permanent);
        known.addAll(optional);
        this.all = Set.copyOf(known);
    }

    /** Returns true if the object has members, but no permanent one. */
    public boolean areAllMissingIn(JsonNode object) {
        return !object.isEmpty() && permanent.stream().noneMatch(object::has);
    }

    /** Returns true if {@link #mayBeRenamedIn} returns true for any object of the array. */
    public boolean mayBeRenamedInAny(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(this::mayBeRenamedIn);
    }

    /**
     * Returns true if the object lacks a permanent member and has an unknown one, which may be its new name. Returns false for
     * anything that is not an object.
     */
    public boolean mayBeRenamedIn(JsonNode object) {
        return permanent.stream().anyMatch(name -> !object.has(name))
                && object.properties().stream().anyMatch(member -> !all.contains(member.getKey()));
    }
}
