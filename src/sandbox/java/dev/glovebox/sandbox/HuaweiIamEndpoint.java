package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Huawei's IAM: a token for a password, {@code POST /v3/auth/tokens}. */
final class HuaweiIamEndpoint implements HttpHandler {

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final HuaweiTokenIssuer issuer;
    private final SandboxCalls calls;

    HuaweiIamEndpoint(HuaweiTokenIssuer issuer, SandboxCalls calls) {
        this.issuer = issuer;
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        calls.record("iam");
        Answer answer;
        try {
            answer = token(exchange);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        answer.send(exchange);
    }

    private Answer token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw refusal(405, "Method Not Allowed");
        }
        JsonNode auth;
        try {
            auth = Answer.JSON.readTree(exchange.getRequestBody().readAllBytes()).path("auth");
        } catch (IOException notJson) {
            throw refusal(400, "Bad Request");
        }
        JsonNode identity = auth.path("identity");
        JsonNode user = identity.path("password").path("user");
        if (!identity.path("methods").isArray() || !identity.path("methods").path(0).asText().equals("password")
                || user.isMissingNode()) {
            throw refusal(400, "Bad Request");
        }
        if (issuer.isLocked()) {
            throw refusal(401, "The account is locked");
        }
        if (!issuer.authenticate(user.path("domain").path("name").asText(), user.path("name").asText(),
                user.path("password").asText())) {
            throw refusal(401, "The username or password is wrong");
        }
        SandboxAccount account = issuer.account();
        JsonNode project = auth.path("scope").path("project");
        boolean hasProject = !project.isMissingNode();
        if (hasProject && !project.path("id").asText().equals(account.projectId())
                && !project.path("name").asText().equals(account.region())) {
            throw refusal(401, "The project is not found");
        }
        HuaweiTokenIssuer.Token token = issuer.issue(hasProject);
        return new Answer(201, Map.of("X-Subject-Token", token.value()), Map.of("token", body(account, token)));
    }

    private static Map<String, Object> body(SandboxAccount account, HuaweiTokenIssuer.Token token) {
        Map<String, Object> user = Map.of("name", account.username(), "domain", Map.of("name", account.domain()));
        Map<String, Object> project = token.hasProject() ? Map.of("id", account.projectId(), "name", account.region())
                : Map.of();
        return Map.of("methods", List.of("password"), "issued_at", text(token.issuedAt()), "expires_at",
                text(token.expiresAt()),
                "user", user, "project", project, "roles", List.of(Map.of("name", "ocr_adm")));
    }

    private static String text(Instant instant) {
        return MICROS.format(instant);
    }

    private static Refusal refusal(int status, String message) {
        return new Refusal(new Answer(status, Map.of(),
                Map.of("error",
                        Map.of("code", status, "message", message, "title", status == 401 ? "Unauthorized" : "Error"))));
    }
}
