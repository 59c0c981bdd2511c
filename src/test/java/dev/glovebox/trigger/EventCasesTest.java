package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Decoding of events and keys in every envelope. */
class EventCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG_KEY = "车/".repeat(340) + "a.jpg";

    @ParameterizedTest
    @CsvSource({ "a+b%20c%2B.jpg, a b c+.jpg", "in/%E8%BD%A6+%F0%9F%9A%97.jpg, in/车 🚗.jpg", "caf%C3%A9.jpg, caf\u00e9.jpg",
            "cafe%CC%81.jpg, cafe\u0301.jpg", "../x.jpg, ../x.jpg", "/x.jpg, /x.jpg", "a//b.jpg, a//b.jpg",
            "x.jpg+, 'x.jpg '" })
    void formEncodedKeyIsDecodedOnce(String encoded, String key) {
        assertThat(keys(s3(encoded))).containsExactly(key);
    }

    @Test
    void longestKeyIsAccepted() {
        assertThat(LONG_KEY.getBytes(StandardCharsets.UTF_8).length).isBetween(1024, 1400);
        assertThat(keys(s3(URLEncoder.encode(LONG_KEY, StandardCharsets.UTF_8)))).containsExactly(LONG_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a+b%20c%2B.jpg", "in/%2F+.jpg", "车 1.jpg" })
    void keyOfEventBridgeIsNotDecoded(String key) {
        assertThat(keys(eventBridge("Object Created", key))).containsExactly(key);
        assertThat(keys("{\"account\": \"a\", \"action\": \"PutObject\", \"bucket\": \"b\", \"object\": {\"key\": \"" + key
                + "\", \"size\": 10, \"eTag\": \"e\"}, \"eventTime\": \"2024\"}")).as("a key of R2").containsExactly(key);
    }

    @Test
    void detailsOfAnEventBridgeEventAreKept() {
        Trigger.Uploads uploads = (Trigger.Uploads) decode(eventBridge("Object Created", "car.jpg"));

        assertThat(uploads.objects()).singleElement().satisfies(object -> {
            assertThat(object.name().bucket()).isEqualTo("b");
            assertThat(object.name().versionId()).isEqualTo("v1");
            assertThat(object.stored().etag()).isEqualTo("etag");
            assertThat(object.stored().sequencer()).isEqualTo("00617F08299329D189");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "Object Deleted", "Object Restore Completed", "Object Tags Added",
            "Object Storage Class Changed" })
    void otherEventsOfAStoreAreIgnored(String detailType) {
        assertThat(keys(eventBridge(detailType, "car.jpg"))).isEmpty();
    }

    @Test
    void s3EventIsFoundInEveryEnvelope() {
        String event = s3("a+b.jpg");
        for (String envelope : List.of(event, sns(event), snsRaw(event), smn(event), cloudEvent("data", event),
                "[" + cloudEvent("data", event) + "," + cloudEvent("data", s3("c.jpg")) + "]")) {
            assertThat(keys(envelope)).startsWith("a b.jpg");
            assertThat(messages(sqs(envelope)).getFirst().objects()).extracting(object -> object.name().key())
                    .startsWith("a b.jpg");
        }
        assertThat(messages(sqs(snsRaw(eventBridge("Object Created", "a+b.jpg")))).getFirst().objects())
                .extracting(object -> object.name().key()).containsExactly("a+b.jpg");
    }

    @Test
    void base64DataOfACloudEventIsDecoded() {
        assertThat(keys(cloudEvent("data_base64", Base64.getEncoder()
                .encodeToString(s3("a+b.jpg").getBytes(StandardCharsets.UTF_8))))).containsExactly("a b.jpg");
        assertThat(EventFilesTest.meaning(bytes(cloudEvent("data_base64", "!"))))
                .isEqualTo("refused: data_base64 is not Base64");
        assertThat(EventFilesTest.meaning(bytes(cloudEvent("data", s3("a.jpg")).replace("1.0", "2.0"))))
                .isEqualTo("refused: specversion is not 1.x");
    }

    @Test
    void singleRecordIsTheDataOfACloudEventInBinaryMode() {
        String records = s3("a+b.jpg");
        assertThat(keys(records.substring(records.indexOf('[') + 1, records.lastIndexOf(']')))).containsExactly("a b.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2014\",\"Bucket\":\"b\"}" })
    void testEventIsAPingInEveryEnvelope(String testEvent) {
        assertThat(decode(testEvent)).isEqualTo(new Trigger.Ping(false));
        assertThat(keys(sns(testEvent))).isEmpty();
        assertThat(messages(sqs(testEvent)).getFirst().problem()).isNull();
        assertThat(messages(sqs(snsRaw(testEvent))).getFirst().problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"warmup\": true} | false", "{\"warmup\": \"deep\"} | true",
            "{\"source\": \"aws.events\", \"detail-type\": \"Scheduled Event\", \"detail\": {}} | false",
            "{\"source\": \"aws.scheduler\", \"detail-type\": \"Scheduled Event\", \"detail\": {}} | false",
            "{\"Type\": \"Timer\", \"TriggerName\": \"t\", \"Time\": \"2019\", \"Message\": \"\"} | false",
            "{\"version\": \"v1.0\", \"trigger_type\": \"TIMER\", \"trigger_name\": \"t\"} | false" })
    void schedulesAndTimersArePings(String json, boolean deep) {
        assertThat(decode(json)).isEqualTo(new Trigger.Ping(deep));
    }

    @Test
    void malformedMessageDoesNotAffectTheRestOfItsBatch() {
        String batch = """
                {"Records": [{"messageId": "1", "receiptHandle": "r", "eventSource": "aws:sqs", "body": "no JSON"},
                  {"messageId": "2", "receiptHandle": "r", "eventSource": "aws:sqs", "body": %s,
                   "eventSourceARN": "arn:aws:sqs:eu-west-1:1:q.fifo", "attributes": {"MessageGroupId": "g"}},
                  {"messageId": "3", "receiptHandle": "r", "eventSource": "aws:sqs", "body": "{\\"image\\": \\"aGVsbG8=\\"}"},
                  {"messageId": "4", "receiptHandle": "r", "eventSource": "aws:sqs",
                   "body": "{\\"object\\": {\\"bucket\\": \\"b\\", \\"key\\": \\"k.jpg\\"}}"}]}"""
                .formatted(quoted(s3("a.jpg")));

        assertThat(EventFilesTest.meaning(bytes(batch))).isEqualTo("messages [1 broken: body: The body is not JSON, "
                + "2 in g [b a.jpg v=null e=e s=null], 3 broken: body: a message can only name objects, "
                + "4 [b k.jpg v=null e=null s=null]]");
    }

    @Test
    void malformedTaskGetsItsOwnProblem() {
        assertThat(EventFilesTest.meaning(bytes("""
                {"invocationSchemaVersion": "2.0", "invocationId": "i", "tasks": [
                  {"taskId": "1", "s3Key": "%zz", "s3Bucket": "b"}, {"taskId": "2", "s3Key": "a+b.jpg", "s3Bucket": "b"},
                  {"taskId": "3", "s3Key": "x/", "s3Bucket": "b"}, {"taskId": "4", "s3Key": "a.jpg"}]}""")))
                .isEqualTo("job 2.0 [1 [b %zz v=null e=null s=null], 2 [b a b.jpg v=null e=null s=null], 3 [], "
                        + "4 broken: task: bucket is missing]");
        assertThat(EventFilesTest.meaning(bytes("{\"invocationSchemaVersion\": \"3.0\", \"tasks\": []}")))
                .isEqualTo("refused: invocationSchemaVersion is neither 1.0 nor 2.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"Records\": []} | uploads []",
            "{\"Records\": null} | refused: Records is not an array",
            "{\"foo\": 1, \"bar-baz\": 2, \"京\": 3} | refused: The body has no image, url or object, and is not a known event: it has foo, bar-baz",
            "{\"Records\": [{\"eventSource\": \"aws:kinesis\", \"kinesis\": {}}]} | refused: Records[0] is not a known event",
            "{\"source\": \"aws.ec2\", \"detail-type\": \"x\", \"detail\": {}} | refused: source is neither aws.s3 nor a scheduler",
            "{\"Records\": [{\"eventVersion\": \"2.1\", \"eventName\": \"OBJECT_CREATE\", \"s3\": {}}]} | refused: Records[0].eventName is not a known event of the sender, which may send the event again",
            "{\"Records\": [{\"eventVersion\": \"2.1\", \"s3\": {}}]} | refused: Records[0].eventName is not a known event of the sender, which may send the event again",
            "{\"source\": \"aws.s3\", \"detail-type\": \"AWS API Call via CloudTrail\", \"detail\": {}} | refused: detail-type is not a known event of S3",
            "{\"action\": \"Renamed\", \"bucket\": \"b\", \"object\": {\"key\": \"k\"}} | refused: action is not a known event",
            "{\"Records\": [{\"messageId\": \"1\", \"receiptHandle\": \"r\", \"attributes\": {\"MessageGroupId\": \"fair\"}, \"body\": \"{\\\"warmup\\\": true}\"}]} | messages [1 []]",
            "[1] | refused: The body is not a JSON object" })
    void messageDescribesTheUnknownShape(String json, String meaning) {
        assertThat(EventFilesTest.meaning(bytes(json))).isEqualTo(meaning);
    }

    @Test
    void largeEventWithUnknownFieldsIsDecoded() throws Exception {
        ObjectNode event = (ObjectNode) JSON.readTree(s3("a.jpg").replace("2.1", "2.6"));
        event.put("padding", "x".repeat(64 * 1024));
        ((ObjectNode) event.get("Records").get(0)).putObject("lifecycleEventData").put("new", true);

        assertThat(keys(event.toString())).containsExactly("a.jpg");
    }

    @Test
    void deeplyNestedEnvelopeIsRejected() {
        String event = s3("a.jpg");
        for (int i = 0; i < 8; i++) {
            event = snsRaw(event);
        }
        String nested = event;
        assertThatExceptionOfType(InvalidTriggerException.class).isThrownBy(() -> decode(nested))
                .withMessageContaining("too deep");
    }

    @ParameterizedTest
    @CsvSource({ "'minio:s3', 's3:ObjectCreated:Put', 10, a b.jpg", "'ceph:s3', 's3:ObjectCreated:Put', '\"1024\"', a+b.jpg",
            "'aws:s3', 'ObjectCreated:Copy', 10, a b.jpg" })
    void eventsOfOtherStoresAreDecoded(String source, String name, String size, String key) {
        assertThat(keys(s3("a+b.jpg").replace("aws:s3", source).replace("ObjectCreated:Put", name).replace("\"size\":10",
                "\"size\":" + size))).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "image/jpeg | aGVsbG8= | true | gateway call 5 bytes",
            "IMAGE/png | aGVsbG8= | true | gateway call 5 bytes",
            "image/jpeg | hello | false | gateway broken: The gateway sends images as text: configure image/* and multipart/form-data as binary media types",
            "image/jpeg | ! | true | gateway broken: The body is not Base64",
            "application/json | {\"image\": \"aGVsbG8=\"} | false | gateway call 5 bytes",
            "application/json | eyJpbWFnZSI6ICJhR1ZzYkc4PSJ9 | true | gateway call 5 bytes",
            "application/json | {\"warmup\": true} | false | gateway ping",
            "application/json | {\"Records\": [{\"messageId\": \"1\", \"receiptHandle\": \"r\", \"body\": \"\"}]} | false | gateway broken: The body is an event that a gateway cannot deliver" })
    void gatewayRequestIsUnwrapped(String contentType, String body, boolean base64, String meaning) throws Exception {
        ObjectNode request = JSON.createObjectNode().put("body", body).put("isBase64Encoded", base64);
        request.putObject("requestContext").putObject("http").put("method", "POST");
        request.putObject("headers").put("Content-Type", contentType);

        assertThat(EventFilesTest.meaning(JSON.writeValueAsBytes(request))).isEqualTo(meaning);
    }

    /** Header names may have any case and several values. Stages, trailing slashes and cookies are ignored. */
    @ParameterizedTest
    @ValueSource(strings = {
            "\"version\": \"2.0\", \"rawPath\": \"/prod/vin/\", \"cookies\": [\"a=b\"], \"headers\": {\"CONTENT-type\": \"image/jpeg\", "
                    + "\"accept-encoding\": \"gzip\"}, \"requestContext\": {\"stage\": \"prod\", \"http\": {\"method\": \"POST\"}}",
            "\"httpMethod\": \"POST\", \"path\": \"/vin\", \"headers\": {\"content-type\": \"image/jpeg\"}, \"requestContext\": {\"stage\": \"prod\"}",
            "\"httpMethod\": \"POST\", \"headers\": null, \"multiValueHeaders\": {\"Content-Type\": [\"image/jpeg\", \"text/plain\"]}, "
                    + "\"requestContext\": {\"path\": \"/prod/vin\"}" })
    void requestOfEveryGatewayFormatIsUnwrapped(String members) throws Exception {
        assertThat(EventFilesTest.meaning(bytes("{" + members + ", \"body\": \"aGVsbG8=\", \"isBase64Encoded\": true}")))
                .isEqualTo("gateway call 5 bytes");
    }

    private static String s3(String key) {
        return "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":"
                + "{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"" + key + "\",\"size\":10,\"eTag\":\"e\"}}}]}";
    }

    private static String eventBridge(String detailType, String key) {
        return """
                {"version": "0", "id": "1", "detail-type": "%s", "source": "aws.s3", "detail": {"version": "0",
                  "bucket": {"name": "b"}, "object": {"key": "%s", "size": 5, "etag": "etag", "version-id": "v1",
                  "sequencer": "00617F08299329D189"}, "reason": "PutObject"}}""".formatted(detailType, key);
    }

    private static String sns(String message) {
        return "{\"Records\": [{\"EventSource\": \"aws:sns\", \"EventVersion\": \"1.0\", \"Sns\": {\"Type\": \"Notification\", "
                + "\"Message\": " + quoted(message) + "}}]}";
    }

    private static String snsRaw(String message) {
        return "{\"Type\": \"Notification\", \"TopicArn\": \"arn:aws:sns:x\", \"Message\": " + quoted(message) + "}";
    }

    private static String smn(String message) {
        return "{\"record\": [{\"event_version\": \"1.0\", \"smn\": {\"topic_urn\": \"urn\", \"message\": " + quoted(message)
                + "}, \"event_source\": \"smn\"}]}";
    }

    private static String cloudEvent(String member, String data) {
        return "{\"specversion\": \"1.0\", \"type\": \"com.example.created\", \"source\": \"/store\", \"id\": \"1\", \""
                + member
                + "\": " + (member.equals("data") ? data : quoted(data)) + "}";
    }

    private static String sqs(String body) {
        return "{\"Records\": [{\"messageId\": \"1\", \"receiptHandle\": \"r\", \"eventSource\": \"aws:sqs\", \"body\": "
                + quoted(body) + "}]}";
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Trigger decode(String json) {
        return TriggerDecoder.decode(bytes(json));
    }

    private static List<Trigger.Message> messages(String json) {
        return ((Trigger.Messages) decode(json)).messages();
    }

    private static List<String> keys(String json) {
        return ((Trigger.Uploads) decode(json)).objects().stream().map(object -> object.name().key()).toList();
    }
}
