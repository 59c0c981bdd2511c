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
    void listedHostIsAllowed(String url) {
        assertThat(new UrlHosts(Set.of("Images.example.com")).allows(URI.create(url))).isTrue();
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://other.example.com/a.jpg", "https://user@images.example.com/a.jpg",
            "ftp://images.example.com/a.jpg", "file:///etc/passwd", "images.example.com/a.jpg" })
    void otherUrlIsRejected(String url) {
        assertThat(new UrlHosts(Set.of("images.example.com")).allows(URI.create(url))).isFalse();
    }

    /** IP addresses in every notation that resolvers accept, local names, and texts that only look like a host. */
    @ParameterizedTest
    @ValueSource(strings = { "http://localhost/", "http://localhost./", "http://LOCALHOST/", "http://a.localhost/",
            "http://127.0.0.1/",
            "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://0/",
            "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://169.254.169.254/",
            "http://100.100.100.200/", "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/",
            "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://8.8.8.8/",
            "http://router.lan/", "http://printer.local/", "http://metadata.google.internal/", "http://database/",
            "http://images.example.com./", "http://images.example.com@127.0.0.1/", "http://a@b.example.com/",
            "http://images.example.com:22/", "http://images.example.com:6379/", "https://images.example.com:8443/",
            "gopher://images.example.com/", "FILE:///etc/passwd", "file://images.example.com/etc/passwd",
            "jar:http://images.example.com/a.jar!/", "//images.example.com/a.jpg", "http:///a.jpg", "http:images.example.com" })
    void wildcardRejectsUrlsWithoutAPublicHost(String url) {
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create(url))).isFalse();
    }

    /** Names of clusters, of clouds' own networks, and of services that return any address. */
    @ParameterizedTest
    @ValueSource(strings = { "kubernetes.default.svc", "vault.service.consul", "nas.home.arpa", "1.0.0.127.in-addr.arpa",
            "metadata.tencentyun.com", "127.0.0.1.nip.io", "a.127-0-0-1.sslip.io", "localtest.me", "app.lvh.me",
            "db.cluster.local", "router.home", "vm.internal.cloudapp.net", "host.docker.internal", "intranet.corp",
            "a.test", "a.example", "a.onion", "a.invalid", "7f000001.c0a80001.rbndr.us" })
    void wildcardRejectsInternalNames(String host) {
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create("http://" + host + "/a.jpg"))).isFalse();
        assertThat(new UrlHosts(Set.of("*", host)).allows(URI.create("http://" + host + "/a.jpg")))
                .as("an operator may list it").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "my-bucket.obs.cn-north-4.myhuaweicloud.com", "bucket-1250000000.cos.ap-guangzhou.myqcloud.com",
            "bucket.s3.cn-north-1.amazonaws.com.cn", "bucket.oss-cn-hangzhou.aliyuncs.com", "a.b.co.uk", "example.dev",
            "xn--fiqs8s.xn--fiqs8s", "notnip.io", "x.app" })
    void wildcardAllowsHostsOfThePublicDns(String host) {
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create("https://" + host + "/a.jpg"))).isTrue();
    }

    @Test
    void hostOfAnyLengthIsDecidedQuickly() {
        String longHost = "a.".repeat(20_000) + "com";

        assertThat(new UrlHosts(Set.of("*")).allows(URI.create("http://" + longHost + "/a.jpg"))).isFalse();
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create("http://" + "a".repeat(260) + ".com/a.jpg"))).isFalse();
    }

    @Test
    void lookalikeOfAListedHostIsRejected() {
        // the host contains a Cyrillic a and e
        assertThat(new UrlHosts(Set.of("images.example.com", "*")).allows(URI.create("https://im\u0430ges.\u0435xample.com/")))
                .isFalse();
        assertThat(new UrlHosts(Set.of("images.example.com")).allows(URI.create("https://images.example.com.evil.example/")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://images.example.com:80/", "https://images.example.com:443/",
            "https://xn--fiq228c.example.com/a" })
    void wildcardAllowsPublicHostsOnDefaultPorts(String url) {
        assertThat(new UrlHosts(Set.of("*")).allows(URI.create(url))).isTrue();
    }

    @Test
    void listedHostMayUseAnyPort() {
        assertThat(new UrlHosts(Set.of("images.example.com")).allows(URI.create("https://images.example.com:8443/a"))).isTrue();
    }

    @Test
    void emptyListAllowsNoHost() {
        assertThat(new UrlHosts(Set.of()).allows(URI.create("https://images.example.com/a.jpg"))).isFalse();
    }
}
