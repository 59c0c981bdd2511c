package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output check must find every kind of forbidden output. */
class OutputCheckTest {

    @ParameterizedTest
    @ValueSource(strings = { "read 1HGK2DEG6L6083016", "owner 韩强", "江苏省南京市南山区人民路129号", "甘KJB752: done",
            "key sandbox-secret-key",
            "GET /a?X-Amz-Signature=0a", "Authorization: SDK-HMAC-SHA256 Access=AK",
            "image /9j/4AAQSkZJRgABAQAASABIAAD/4QCARXhpZgAATU0AKgAAAAgABAEaAAUAAAABAAAAPgEbAAUAAA+BAAAARgEo" })
    void findsForbiddenOutput(String line) {
        assertThat(OutputCheck.findForbidden(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "An upload was not read: invalid-request: body: The body is not JSON",
            "\tat dev.glovebox.recognition.GuardedOperation$Attempts.lambda$again$3(GuardedOperation.java:188)",
            "/a/very/long/path/without/a/single/dot/or/hyphen/that/goes/on/and/on/for/more/than/a/hundred/characters/here" })
    void allowsOtherOutput(String line) {
        assertThat(OutputCheck.findForbidden(line)).isEmpty();
    }
}
