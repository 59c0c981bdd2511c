package dev.glovebox.provider.tencentclassic;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.tencent-classic.*} */
public interface TencentClassicSettings extends CallSettings {

    /** Where the service answers, without a path. */
    @WithDefault("https://recognition.image.myqcloud.com")
    URI endpoint();

    /** The account's AppId. */
    Optional<String> appId();

    /** SecretId of the main account's key. */
    Optional<String> secretId();

    /** SecretKey of the main account's key. */
    Optional<String> secretKey();

    /** A bucket to be signed with; older accounts have one. */
    Optional<String> bucket();
}
