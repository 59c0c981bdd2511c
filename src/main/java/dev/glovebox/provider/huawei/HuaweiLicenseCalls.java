package dev.glovebox.provider.huawei;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.ImageBody;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.WireAnswer;
import dev.glovebox.provider.WireFailures;
import io.smallrye.mutiny.Uni;

/**
 * Calls the licence operation at the level that the deployment knows. If it refuses a parameter of the current level, the call
 * is repeated at the older one, which reads one page per call. The finding holds for all later calls. Refusals are free.
 *
 * <p>
 * Thread-safe. Concurrent first calls may each find the older level.
 */
final class HuaweiLicenseCalls {

    private static final Logger LOG = Logger.getLogger(HuaweiLicenseCalls.class);
    /** The code of an invalid parameter. */
    private static final String INVALID_PARAMETER = "AIS.0101";
    private static final String RESULT = "result";

    private final ProviderContext context;
    private final boolean mayChange;
    private volatile boolean isOlder;

    /** One request and the calls that have been made for it. */
    private final class Sequence {

        private final OcrRequest request;
        private final Function<ImageBody, Uni<WireAnswer>> call;
        private final List<Attempt> calls = new ArrayList<>();

        Sequence(OcrRequest request, Function<ImageBody, Uni<WireAnswer>> call) {
            this.request = request;
            this.call = call;
        }

        Uni<Recognition> read() {
            return isOlder ? readOlder()
                    : send(HuaweiRequest.body(request, context.json()))
                            .map(answer -> recognition(answer, answer.body(), answer.body().path(RESULT)))
                            .onFailure(thrown -> mayChange && isInvalidParameter(thrown))
                            .recoverWithUni(refusal -> readOlder().invoke(HuaweiLicenseCalls.this::rememberOlderLevel)
                                    .onFailure(HuaweiLicenseCalls::isInvalidParameter).transform(again -> refusal));
        }

        private Uni<Recognition> readOlder() {
            LicenseSide side = request.options().side();
            if (side != LicenseSide.BOTH) {
                return page(side).map(answer -> recognition(answer, answer.body(), answer.body().path(RESULT)));
            }
            return page(LicenseSide.FRONT).onItemOrFailure().transformToUni((front, failure) -> {
                if (failure != null && !isNotRecognized(failure)) {
                    return Uni.createFrom().failure(failure);
                }
                return page(LicenseSide.BACK).onItemOrFailure().transformToUni((back, second) -> {
                    // a picture of one page only is a licence too
                    boolean isFailure = second != null && (front == null || !isNotRecognized(second));
                    return isFailure ? Uni.createFrom().failure(front == null ? failure : second)
                            : Uni.createFrom().item(() -> both(front, back));
                });
            });
        }

        private Recognition both(WireAnswer front, WireAnswer back) {
            ObjectNode result = context.json().createObjectNode();
            ObjectNode raw = context.json().createObjectNode();
            add(result, raw, "front", front);
            add(result, raw, "back", back);
            return recognition(back == null ? front : back, raw, result);
        }

        private void add(ObjectNode result, ObjectNode raw, String page, WireAnswer answer) {
            if (answer != null) {
                result.set(page, answer.body().path(RESULT));
                raw.set(page, answer.body());
            }
        }

        private Uni<WireAnswer> page(LicenseSide side) {
            return send(HuaweiRequest.olderLicense(request, side, context.json()));
        }

        private Uni<WireAnswer> send(ImageBody body) {
            return Uni.createFrom().deferred(() -> {
                Instant start = context.clock().instant();
                return call.apply(body).invoke(answer -> record(start, Attempt.SUCCEEDED)).onFailure(FailureException.class)
                        .invoke(thrown -> record(start, ((FailureException) thrown).failure().code().id()));
            });
        }

        private void record(Instant start, String outcome) {
            calls.add(new Attempt(context.name(), outcome, Duration.between(start, context.clock().instant()).toMillis()));
        }

        private Recognition recognition(WireAnswer answer, JsonNode raw, JsonNode result) {
            return new Recognition(HuaweiLicense.document(request.options().side(), result)
                    .orElseThrow(() -> WireFailures.noResult(context.name())), answer.requestId(), raw,
                    calls.subList(0, calls.size() - 1));
        }
    }

    HuaweiLicenseCalls(ProviderContext context, HuaweiLicenseApi api) {
        this.context = context;
        this.mayChange = api == HuaweiLicenseApi.AUTO;
        this.isOlder = api == HuaweiLicenseApi.OLDER;
    }

    /**
     * Reads a licence.
     *
     * @param call sends a body; fails with a {@link FailureException} if the answer is an error
     */
    Uni<Recognition> read(OcrRequest request, Function<ImageBody, Uni<WireAnswer>> call) {
        return Uni.createFrom().deferred(() -> new Sequence(request, call).read());
    }

    private void rememberOlderLevel() {
        if (!isOlder) {
            LOG.infof("The licence operation of %s is of the older level", context.name());
            isOlder = true;
        }
    }

    private static boolean isInvalidParameter(Throwable thrown) {
        return FailureException.hasCode(thrown, FailureCode.INVALID_REQUEST)
                && INVALID_PARAMETER.equals(((FailureException) thrown).failure().providerCode());
    }

    private static boolean isNotRecognized(Throwable thrown) {
        return FailureException.hasCode(thrown, FailureCode.NOT_RECOGNIZED);
    }
}
