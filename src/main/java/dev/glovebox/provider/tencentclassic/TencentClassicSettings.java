package dev.glovebox.provider.tencentclassic;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.tencent-classic.*}: Tencent's classic OCR. */
public interface TencentClassicSettings extends CallSettings {

    /** The URL of the service, without a path. */
    @WithDefault("https://recognition.image.myqcloud.com")
    URI endpoint();

    /** The account's AppId. */
    Optional<String> appId();

    /** The SecretId of the main account's key. */
    Optional<String> secretId();

    /** The SecretKey of the main account's key. */
    Optional<String> secretKey();

    /** The bucket in the signature; older accounts have one. */
    Optional<String> bucket();
}
