package dev.glovebox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlHostsTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://images.example.com/a.jpg", "HTTP://Images.Example.COM/a.jpg?signature=x" })
    void shouldAllowListedHosts(String url) {
        assertThat(new UrlHosts(Set.of("Images.example.com")).allow(URI.create(url))).isTrue();
        assertThat(new UrlHosts(Set.of("*")).allow(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://other.example.com/a.jpg", "https://user@images.example.com/a.jpg",
            "ftp://images.example.com/a.jpg", "file:///etc/passwd", "images.example.com/a.jpg" })
    void shouldRefuseEverythingElse(String url) {
        assertThat(new UrlHosts(Set.of("images.example.com")).allow(URI.create(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://localhost/", "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/",
            "http://169.254.169.254/", "http://router.lan/", "http://metadata.google.internal/", "http://database/" })
    void shouldNotTakeALocalAddressForAPublicHost(String url) {
        assertThat(new UrlHosts(Set.of("*")).allow(URI.create(url))).isFalse();
    }

    @Test
    void shouldAllowNothingByDefault() {
        assertThat(new UrlHosts(Set.of()).allow(URI.create("https://images.example.com/a.jpg"))).isFalse();
    }
}
