package dev.glovebox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    /** The examples of the two specifications. */
    private static final String W3C = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String XRAY = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    @Test
    void headersAreForwardedUnchanged() {
        TraceContext trace = TraceContext.of(W3C, XRAY);

        assertThat(trace.headers()).isEqualTo(Map.of("traceparent", W3C, "X-Amzn-Trace-Id", XRAY));
        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(TraceContext.of(null, XRAY).traceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
        assertThat(TraceContext.NONE.traceId()).isNull();
        assertThat(TraceContext.NONE.headers()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", W3C + "\r\nX-Evil: 1", W3C + "-02",
            "not-to-be-printed" })
    void invalidTraceparentIsIgnored(String header) {
        assertThat(TraceContext.of(header, null)).isSameAs(TraceContext.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Root=1-5759e988-bd862e3fe1be46a994272793", XRAY + ";Lineage=a87bd80c:0",
            XRAY + ";Lineage=a87bd80c:0|b68fd508:5",
            "Self=1-67891234-12456789abcdef012345678a;Root=1-5759e988-bd862e3fe1be46a994272793",
            "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=?" })
    void everyFormOfTheXRayHeaderIsRecognized(String header) {
        assertThat(TraceContext.of(null, header).traceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Root=1-5759e988", "Root=1-5759e988-bd862e3fe1be46a99427279x", XRAY + "\n", XRAY + ";x=京AF0236",
            "Self=\u0000;" + XRAY, "Self=京AF0236;" + XRAY,
            "Parent=53995c3f42cd8ad8" })
    void invalidXRayHeaderIsIgnored(String header) {
        assertThat(TraceContext.of(null, header)).isSameAs(TraceContext.NONE);
    }
}
