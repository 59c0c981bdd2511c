package dev.glovebox.provider.huawei;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Setting;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/** Requests a project's token for an IAM user. Immutable. */
final class HuaweiIam {

    /** IAM recommends a renewal well before the end: a token must not expire during a call. */
    private static final Duration MARGIN = Duration.ofMinutes(30);
    private static final int CREATED = 201;

    private final HuaweiIamApi api;
    private final HuaweiSettings settings;
    private final ProviderContext context;

    HuaweiIam(HuaweiIamApi api, HuaweiSettings settings, ProviderContext context) {
        this.api = api;
        this.settings = settings;
        this.context = context;
    }

    /**
     * Requests a token once.
     *
     * @return fails with a {@link FailureException} if IAM sends no token within the timeout of a call
     */
    Uni<HuaweiToken> fetch(String password) {
        // the client's own timeout restarts with each byte, so that a slow answer might never end
        return Uni.createFrom().deferred(() -> api.token(true, body(password))).ifNoItem().after(settings.timeout()).fail()
                .onFailure().transform(failure -> WireFailures.ofConnection(failure, HuaweiProvider.NAME))
                .map(this::token);
    }

    private byte[] body(String password) {
        ObjectMapper json = context.json();
        ObjectNode root = json.createObjectNode();
        ObjectNode auth = root.putObject("auth");
        ObjectNode identity = auth.putObject("identity");
        identity.putArray("methods").add("password");
        ObjectNode user = identity.putObject("password").putObject("user");
        user.put("name", Setting.required(settings.iam().username(), context.key("iam.username")));
        user.put("password", password);
        user.putObject("domain").put("name",
                Setting.required(settings.iam().domain(), context.key("iam.domain")));
        ObjectNode project = auth.putObject("scope").putObject("project");
        Setting.optional(settings.projectId(), context.key("project-id")).ifPresentOrElse(id -> project.put("id", id),
                () -> project.put("name", settings.region()));
        try {
            return json.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException("Writing a tree of strings does not fail", e);
        }
    }

    private HuaweiToken token(Response response) {
        String value = response.getHeaderString("X-Subject-Token");
        if (response.getStatus() != CREATED || value == null) {
            throw failure(response).toException();
        }
        try {
            JsonNode token = context.json().readTree(response.readEntity(byte[].class)).path("token");
            Instant end = OffsetDateTime.parse(token.path("expires_at").asText()).toInstant();
            return new HuaweiToken(value, token.path("project").path("id").asText(null), renewAt(end), end);
        } catch (IOException | DateTimeParseException e) {
            throw Failure.of(FailureCode.PROVIDER_FAILURE, "IAM answered with a token without an expiry time",
                    HuaweiProvider.NAME, RetryAdvice.WITH_BACKOFF).toException();
        }
    }

    /** A token that is valid for less than an hour is renewed at half its time. */
    private Instant renewAt(Instant end) {
        Duration validity = Duration.between(context.clock().instant(), end);
        return end.minus(validity.compareTo(MARGIN.multipliedBy(2)) < 0 ? validity.dividedBy(2) : MARGIN);
    }

    /** IAM.0061 is a locked account, IAM.0062 a wrong password; older answers have no such code. */
    private Failure failure(Response response) {
        WireAnswer answer = WireAnswer.of(response, context.json(), context.clock().instant());
        String code = ErrorTable.code(answer.body().path("error_code"));
        return answer.annotate(ofStatus(answer.status()).withProvider(HuaweiProvider.NAME, code));
    }

    private static Failure ofStatus(int status) {
        if (status == 429) {
            return Failure.of(FailureCode.THROTTLED, "IAM limits the rate of calls").withRetry(RetryAdvice.WITH_BACKOFF);
        }
        if (status >= 400 && status < 500) {
            return Failure.of(FailureCode.PROVIDER_AUTH,
                    "IAM refuses a token for the configured user with status " + status);
        }
        return Failure.of(FailureCode.PROVIDER_FAILURE, "IAM answered with status " + status)
                .withRetry(RetryAdvice.WITH_BACKOFF);
    }
}
