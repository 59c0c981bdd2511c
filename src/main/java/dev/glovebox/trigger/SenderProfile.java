package dev.glovebox.trigger;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The senders of events about objects, and how each of them writes its events. A name of an event is compared without the
 * prefix {@code s3:} or {@code cos:} and without blanks. A family is the part of a name up to and including its colon.
 *
 * <p>
 * A name that belongs to no family of its sender may report an upload, so that its event is rejected.
 */
enum SenderProfile {

    /**
     * @see <a href=
     *      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">S3</a>
     */
    AWS("Amazon S3", "2.", KeyEncoding.FORM, Refusal.DEAD_LETTER, "aws:s3"::equals, Names.S3),

    /** @see <a href="https://support.huaweicloud.com/intl/en-us/ugobs-obs/obs_41_0057.html">OBS: events</a> */
    OBS("OBS", "2.", KeyEncoding.FORM, Refusal.RETRIES, source -> source.equals("OBS") || source.equals("obs:s3"), Names.S3),

    /**
     * The trigger decides whether the key is encoded.
     *
     * @see <a href="https://support.huaweicloud.com/intl/en-us/usermanual-eg/eg_01_0304.html">EventGrid: events of OBS</a>
     */
    OBS_EVENTGRID("OBS through EventGrid", "3.", KeyEncoding.RAW, Refusal.RETRIES, "OBS"::equals, Names.S3),

    /** @see <a href="https://cloud.tencent.com/document/product/583/9707">COS</a> */
    COS("COS", "", KeyEncoding.RAW, Refusal.RETRIES, source -> false, new Names(Set.of("ObjectCreated:"), Set.of(),
            Set.of("ObjectRemove:", "ObjectRemoved:", "ObjectRestore:", "ObjectTagging:", "ObjectAcl:", "Lifecycle",
                    "TestEvent"))),

    /**
     * Names of tags, holds and retentions begin like those of uploads.
     *
     * @see <a href="https://github.com/minio/minio/blob/master/internal/event/name.go">MinIO: names</a>
     */
    MINIO("MinIO", "2.", KeyEncoding.FORM, Refusal.ENDLESS, source -> source.startsWith("minio:"), Names.MINIO),

    /** RustFS writes the events of MinIO. */
    RUSTFS("RustFS", "2.", KeyEncoding.FORM, Refusal.ENDLESS, source -> source.startsWith("rustfs:"), Names.MINIO),

    /**
     * Objects that another zone has written are uploads too.
     *
     * @see <a href="https://docs.ceph.com/en/latest/radosgw/s3-notification-compatibility/">Ceph: event types</a>
     */
    CEPH("Ceph RGW", "2.", KeyEncoding.RAW, Refusal.ENDLESS, "ceph:s3"::equals,
            Names.S3.and(Set.of("ObjectSynced:Create", "Replication:Create"), Set.of("ObjectSynced:", "ObjectLifecycle:"))),

    /** Any other sender of the records of S3. */
    OTHER("the sender", "2.", KeyEncoding.FORM, Refusal.UNKNOWN, source -> true,
            Names.MINIO.and(Set.of("ObjectSynced:Create"), Set.of("ObjectSynced:", "ObjectLifecycle:")));

    /** The reaction of a sender to a refused event. */
    enum Refusal {
        DEAD_LETTER("moves the event to the dead-letter queue, if there is one"),
        RETRIES(
                "drops the event after some retries, or moves it to the dead-letter queue"),
        ENDLESS(
                "may send the event again without an end"),
        UNKNOWN("may send the event again");

        private final String effect;

        Refusal(String effect) {
            this.effect = effect;
        }
    }

    /**
     * The names of events.
     *
     * @param created names and families of uploads, apart from those that are listed as other names
     * @param otherNames names of events that report no upload, although their family does
     * @param others families and beginnings of the names of other events
     */
    private record Names(Set<String> created, Set<String> otherNames, Set<String> others) {

        private static final Names S3 = new Names(Set.of("ObjectCreated:"), Set.of(),
                Set.of("ObjectRemoved:", "ObjectRestore:", "ObjectTagging:", "ObjectAcl:", "Replication:", "Lifecycle",
                        "IntelligentTiering", "ReducedRedundancyLostObject", "TestEvent"));
        private static final Names MINIO = new Names(S3.created,
                Set.of("ObjectCreated:PutRetention", "ObjectCreated:PutLegalHold", "ObjectCreated:PutTagging",
                        "ObjectCreated:DeleteTagging"),
                union(S3.others, Set.of("ObjectAccessed:", "ObjectTransition:", "BucketCreated:", "BucketRemoved:", "Scanner:",
                        "ILM")));

        Names and(Set<String> moreCreated, Set<String> moreOthers) {
            return new Names(union(created, moreCreated), otherNames, union(others, moreOthers));
        }

        boolean isCreation(String name) {
            return !otherNames.contains(name) && beginsLikeOne(name, created);
        }

        boolean isOther(String name) {
            return otherNames.contains(name) || beginsLikeOne(name, others);
        }

        private static boolean beginsLikeOne(String name, Set<String> beginnings) {
            return beginnings.stream().anyMatch(name::startsWith);
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
    }

    private final String label;
    private final String version;
    private final KeyEncoding keys;
    private final Refusal refusal;
    private final Predicate<String> source;
    private final Names names;

    /**
     * @param label the sender's name, for messages
     * @param version the beginning of {@code eventVersion}
     * @param keys the form of the keys
     * @param refusal what the sender does with a refused event
     * @param source matches {@code eventSource}
     * @param names the names of its events
     */
    SenderProfile(String label, String version, KeyEncoding keys, Refusal refusal, Predicate<String> source, Names names) {
        this.label = label;
        this.version = version;
        this.keys = keys;
        this.refusal = refusal;
        this.source = source;
        this.names = names;
    }

    /**
     * Returns the sender of a record with the structure of S3's.
     *
     * @throws InvalidTriggerException if the version of the record is unknown
     */
    static SenderProfile of(String eventSource, String eventVersion, String path) {
        for (SenderProfile profile : values()) {
            if (profile.source.test(eventSource) && eventVersion.startsWith(profile.version)) {
                return profile;
            }
        }
        throw new InvalidTriggerException(path + ".eventVersion is not a known version of the sender's events");
    }

    /** Returns the key that the sender means by a text in its event. */
    EventKey key(String text) {
        return EventKey.of(text, keys);
    }

    /**
     * Returns true if an event reports that an object was written, and false for other known events.
     *
     * @param path the place of the name in the event, for the message of a failure
     * @throws InvalidTriggerException if the name is unknown: it may be an upload
     */
    boolean isCreation(String eventName, String path) {
        String name = eventName.replaceAll("\\s", "").replaceFirst("^(s3|cos|obs):", "");
        if (names.isCreation(name)) {
            return true;
        }
        if (names.isOther(name)) {
            return false;
        }
        throw new InvalidTriggerException(path + " is not a known event of " + label + ", which " + refusal.effect);
    }
}
