package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.StorageException;
import dev.glovebox.testing.ResultSchemas;

/** The mapping of a store's exceptions to failure codes. */
class FailuresTest {

    static Stream<StorageException> failuresOfTheStore() {
        return Stream.of(new StorageException("The store cannot be reached"), new StorageException.Conflict(),
                new StorageException.NoSuchBucket("photos"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheStore")
    void failureOfTheStoreIsThrownBackAndRetried(StorageException thrown) {
        FailureCode code = Failures.of(thrown).code();

        assertThat(code).isEqualTo(FailureCode.STORAGE_FAILURE);
        assertThat(code.onUpload()).isEqualTo(FailureCode.OnUpload.THROWN_BACK);
        assertThat(code.isRetryable()).isTrue();
    }

    @Test
    void missingBucketIsNamed() {
        assertThat(Failures.of(new StorageException.NoSuchBucket("photos")).detail())
                .isEqualTo("The bucket photos does not exist");
    }

    @Test
    void onlyAMissingObjectIsGone() {
        assertThat(Failures.of(new StorageException.NotFound()).code()).isEqualTo(FailureCode.SOURCE_NOT_FOUND);
        assertThat(Failures.of(new StorageException.Forbidden("The store refuses access")).code())
                .isEqualTo(FailureCode.FORBIDDEN_SOURCE);
        assertThat(Failures.of(new StorageException.TooLarge(2L, 1, "etag", null)).code())
                .isEqualTo(FailureCode.IMAGE_TOO_LARGE);
    }

    @Test
    void schemasListEveryCode() {
        List<String> codes = Stream.of(FailureCode.values()).map(FailureCode::id).toList();
        for (String name : ResultSchemas.NAMES) {
            List<JsonNode> lists = ResultSchemas.file(name).findValues("examples").stream()
                    .filter(examples -> examples.toString().contains("invalid-request")).toList();

            assertThat(lists).as(name).isNotEmpty().allSatisfy(list -> assertThat(list).extracting(JsonNode::asText)
                    .filteredOn(code -> !code.equals("succeeded")).containsExactlyElementsOf(codes));
        }
    }
}
