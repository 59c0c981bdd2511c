package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.Trigger;

/** Each task of a batch job gets its own answer. */
class BatchJobsTest extends EventReadingFixture {

    @Test
    void everyTaskOfAJobIsAnswered() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED).fails(FailureCode.PROVIDER_BILLING)
                .fails(FailureCode.NOT_RECOGNIZED);
        Trigger.Job job = new Trigger.Job("2.0", "invocation", List.of(task("1", image("1.png")), task("2", image("2.png")),
                task("3", image("3.png")), task("4", image("4.png")), task("5", object("gone.png")),
                new Trigger.Task("6", Optional.empty(), null),
                new Trigger.Task("7", Optional.empty(), "task: key is missing")));

        Answers.Job answer = job(Map.of("glovebox.trigger.concurrency", "1"), job, invocation(Invocation.Caller.PLATFORM));

        assertThat(answer.invocationSchemaVersion()).isEqualTo("2.0");
        assertThat(answer.treatMissingKeysAs()).isEqualTo("PermanentFailure");
        assertThat(answer.invocationId()).isEqualTo("invocation");
        assertThat(answer.results()).extracting(Answers.Task::taskId).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(answer.results()).extracting(Answers.Task::resultCode).containsExactly("Succeeded", "TemporaryFailure",
                "PermanentFailure", "PermanentFailure", "PermanentFailure", "Succeeded", "PermanentFailure");
        assertThat(answer.results()).extracting(Answers.Task::resultString).element(1).asString().startsWith("throttled: ");
        assertThat(answer.results()).extracting(Answers.Task::resultString).element(6).asString()
                .isEqualTo("invalid-request: task: key is missing");
    }
}
