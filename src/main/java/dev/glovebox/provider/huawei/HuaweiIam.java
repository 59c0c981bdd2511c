package dev.glovebox.provider.huawei;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.ErrorTable;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Fetches a project's token for an IAM user. */
final class HuaweiIam {

    /** IAM's advice is to renew well before the end; a call under way must not outlive its token. */
    private static final Duration MARGIN = Duration.ofMinutes(30);
    private static final int CREATED = 201;

    private final HuaweiIamApi api;
    private final HuaweiSettings settings;
    private final ObjectMapper json;
    private final InstantSource clock;

    HuaweiIam(HuaweiIamApi api, HuaweiSettings settings, ObjectMapper json, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Asks once; fails with a {@link FailureException} for whatever is no token. */
    Uni<HuaweiToken> fetch(String password) {
        // the client's own limit is on each pause: bytes that keep dripping would never end
        return Uni.createFrom().deferred(() -> api.token(true, body(password))).ifNoItem().after(settings.timeout()).fail()
                .onFailure()
                .transform(failure -> WireFailures.ofConnection(failure, HuaweiProvider.NAME))
                .map(this::token);
    }

    private byte[] body(String password) {
        ObjectNode root = json.createObjectNode();
        ObjectNode identity = root.putObject("auth").putObject("identity");
        identity.putArray("methods").add("password");
        ObjectNode user = identity.putObject("password").putObject("user");
        user.put("name", settings.iam().username().orElseThrow());
        user.put("password", password);
        user.putObject("domain").put("name", settings.iam().domain().orElseThrow());
        ObjectNode project = ((ObjectNode) root.get("auth")).putObject("scope").putObject("project");
        settings.projectId().ifPresentOrElse(id -> project.put("id", id), () -> project.put("name", settings.region()));
        try {
            return json.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException("A tree of strings can be written", e);
        }
    }

    private HuaweiToken token(Response answer) {
        String value = answer.getHeaderString("X-Subject-Token");
        if (answer.getStatus() != CREATED || value == null) {
            throw failure(answer).toException();
        }
        try {
            JsonNode token = json.readTree(answer.readEntity(byte[].class)).path("token");
            Instant now = clock.instant();
            Instant end = OffsetDateTime.parse(token.path("expires_at").asText()).toInstant();
            Duration validity = Duration.between(now, end);
            // a token of less than an hour is renewed at half its time
            Duration margin = validity.compareTo(MARGIN.multipliedBy(2)) < 0 ? validity.dividedBy(2) : MARGIN;
            return new HuaweiToken(value, token.path("project").path("id").asText(null), end.minus(margin), end);
        } catch (IOException | DateTimeParseException e) {
            throw Failure.of(FailureCode.PROVIDER_FAILURE, "IAM answered with a token that says no end", HuaweiProvider.NAME,
                    RetryAdvice.WITH_BACKOFF).toException();
        }
    }

    /** IAM.0061 is a locked account, IAM.0062 a wrong password; older answers have no such code. */
    private Failure failure(Response response) {
        WireAnswer answer = WireAnswer.of(response, json, clock.instant());
        String code = ErrorTable.code(answer.body().path("error_code"));
        int status = answer.status();
        if (status == 429) {
            return failure(FailureCode.THROTTLED, "IAM asks for fewer calls", code, RetryAdvice.WITH_BACKOFF, answer);
        }
        if (status >= 400 && status < 500) {
            return failure(FailureCode.PROVIDER_AUTH, "IAM gives no token for the configured user, with status " + status, code,
                    RetryAdvice.NEVER, answer);
        }
        return failure(FailureCode.PROVIDER_FAILURE, "IAM answered with status " + status, code, RetryAdvice.WITH_BACKOFF,
                answer);
    }

    private static Failure failure(FailureCode code, String detail, String providerCode, RetryAdvice retry, WireAnswer answer) {
        return new Failure(code, detail, HuaweiProvider.NAME, providerCode, retry, answer.retryAfter(), answer.requestId());
    }
}
