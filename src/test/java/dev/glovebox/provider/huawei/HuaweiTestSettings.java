package dev.glovebox.provider.huawei;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings put together in a test. */
record HuaweiTestSettings(URI endpoint, String project, String access, String secret, String security, String fixed,
        HuaweiTestSettings.User user, Duration timeout) implements HuaweiSettings {

    record User(String domain, String name, String password) {
    }

    HuaweiTestSettings keys(String newAccess, String newSecret) {
        return new HuaweiTestSettings(endpoint, project, newAccess, newSecret, security, fixed, user, timeout);
    }

    HuaweiTestSettings security(String newSecurity) {
        return new HuaweiTestSettings(endpoint, project, access, secret, newSecurity, fixed, user, timeout);
    }

    HuaweiTestSettings token(String newToken) {
        return new HuaweiTestSettings(endpoint, project, access, secret, security, newToken, user, timeout);
    }

    HuaweiTestSettings iamUser(String domain, String name, String password) {
        return new HuaweiTestSettings(endpoint, project, access, secret, security, fixed, new User(domain, name, password),
                timeout);
    }

    HuaweiTestSettings within(Duration newTimeout) {
        return new HuaweiTestSettings(endpoint, project, access, secret, security, fixed, user, newTimeout);
    }

    HuaweiTestSettings withoutProject() {
        return new HuaweiTestSettings(endpoint, null, access, secret, security, fixed, user, timeout);
    }

    HuaweiTestSettings at(URI newEndpoint) {
        return new HuaweiTestSettings(newEndpoint, project, access, secret, security, fixed, user, timeout);
    }

    @Override
    public Optional<String> projectId() {
        return Optional.ofNullable(project);
    }

    @Override
    public String region() {
        return "cn-north-4";
    }

    @Override
    public Optional<String> accessKey() {
        return Optional.ofNullable(access);
    }

    @Override
    public Optional<String> secretKey() {
        return Optional.ofNullable(secret);
    }

    @Override
    public Optional<String> securityToken() {
        return Optional.ofNullable(security);
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(fixed);
    }

    @Override
    public Iam iam() {
        return new Iam() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(HuaweiTestSettings.this.endpoint);
            }

            @Override
            public Optional<String> domain() {
                return Optional.ofNullable(user).map(User::domain);
            }

            @Override
            public Optional<String> username() {
                return Optional.ofNullable(user).map(User::name);
            }

            @Override
            public Optional<String> password() {
                return Optional.ofNullable(user).map(User::password);
            }
        };
    }
}
