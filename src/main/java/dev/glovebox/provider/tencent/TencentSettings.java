package dev.glovebox.provider.tencent;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.tencent.*}: Tencent Cloud API 3.0. */
public interface TencentSettings extends CallSettings {

    /**
     * The URL of the OCR service, without a path; {@code https://ocr.intl.tencentcloudapi.com} for international accounts.
     */
    @WithDefault("https://ocr.tencentcloudapi.com")
    URI endpoint();

    /** The SecretId of the API key. */
    Optional<String> secretId();

    /** The SecretKey of the API key. */
    Optional<String> secretKey();

    /** The token of a temporary key. */
    Optional<String> token();

    /** The value of the X-TC-Region header; the operations do not need one. */
    Optional<String> region();

    /** The default is the service's own limit. */
    @Override
    @WithDefault("10/s")
    String rateLimit();
}
