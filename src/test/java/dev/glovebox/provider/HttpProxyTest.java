package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class HttpProxyTest {

    private static final URI ENDPOINT = URI.create("https://ocr.cn-north-4.myhuaweicloud.com");

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void schemeOfTheEndpointChoosesTheVariable() {
        environment.put("HTTPS_PROXY", "http://secure.example:3128");
        environment.put("http_proxy", "plain.example");

        assertThat(proxy(ENDPOINT)).contains(new HttpProxy("secure.example", 3128, null, null));
        assertThat(proxy(URI.create("http://ocr.example"))).contains(new HttpProxy("plain.example", 80, null, null));
    }

    @Test
    void withoutAVariableTheConnectionIsDirect() {
        assertThat(proxy(ENDPOINT)).isEmpty();
        environment.put("HTTPS_PROXY", " ");
        assertThat(proxy(ENDPOINT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "ocr.cn-north-4.myhuaweicloud.com", "myhuaweicloud.com", ".myhuaweicloud.com",
            "*.myhuaweicloud.com", "other.example, MYHUAWEICLOUD.COM", "a b,myhuaweicloud.com" })
    void listedHostIsConnectedDirectly(String exceptions) {
        environment.put("HTTPS_PROXY", "http://proxy.example:3128");
        environment.put("NO_PROXY", exceptions);

        assertThat(proxy(ENDPOINT)).isEmpty();
        assertThat(proxy(URI.create("https://notmyhuaweicloud.com")).isPresent()).isEqualTo(!exceptions.equals("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://localhost:8090", "https://127.0.0.1", "https://[::1]:443" })
    void ownMachineIsConnectedDirectly(String endpoint) {
        environment.put("HTTPS_PROXY", "http://proxy.example:3128");

        assertThat(proxy(URI.create(endpoint))).isEmpty();
    }

    @Test
    void credentialsOfTheProxyAreNotPrinted() {
        environment.put("HTTPS_PROXY", "http://user:p%40ss@proxy.example:3128");

        assertThat(proxy(ENDPOINT)).contains(new HttpProxy("proxy.example", 3128, "user", "p@ss"));
        assertThat(proxy(ENDPOINT).orElseThrow()).hasToString("HttpProxy[proxy.example:3128]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "socks5://proxy.example:1080", "https://proxy.example", "http://", "not a url secret" })
    void otherValueIsAnErrorThatNamesTheVariable(String value) {
        environment.put("HTTPS_PROXY", value);

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> proxy(ENDPOINT))
                .withMessage("HTTPS_PROXY must be http://host:port");
    }

    private Optional<HttpProxy> proxy(URI endpoint) {
        return HttpProxy.of(endpoint, environment::get);
    }
}
