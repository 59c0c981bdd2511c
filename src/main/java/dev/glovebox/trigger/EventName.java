package dev.glovebox.trigger;

import java.util.regex.Pattern;

/**
 * Classifies the names of storage events, such as {@code ObjectCreated:Put}. Some stores add the prefix {@code s3:} or
 * {@code cos:}.
 */
final class EventName {

    private static final Pattern OTHER_EVENTS = Pattern
            .compile("ObjectRemoved?:|ObjectRestore:|ObjectAccessed:|ObjectTransition|"
                    + "ObjectTagging:|ObjectAcl:|Replication:|Lifecycle|IntelligentTiering|ReducedRedundancyLostObject|TestEvent");

    private EventName() {
    }

    /**
     * Returns true if the event reports that an object was written, and false for other known events.
     *
     * @param path the place of the name in the event, for the message of a failure
     * @throws InvalidTriggerException if the name is unknown: it may be an upload
     */
    static boolean isCreation(String eventName, String path) {
        String name = eventName.replaceAll("\\s", "").replaceFirst("^(s3|cos):", "");
        if (name.startsWith("ObjectCreated:")) {
            return true;
        }
        if (OTHER_EVENTS.matcher(name).lookingAt()) {
            return false;
        }
        throw new InvalidTriggerException(path + " is not a known event");
    }
}
