package dev.glovebox.provider.tencent;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.tencent.*} */
public interface TencentSettings extends CallSettings {

    /**
     * Where the OCR service answers, without a path; {@code https://ocr.intl.tencentcloudapi.com} for international accounts.
     */
    @WithDefault("https://ocr.tencentcloudapi.com")
    URI endpoint();

    /** SecretId of the API key. */
    Optional<String> secretId();

    /** SecretKey of the API key. */
    Optional<String> secretKey();

    /** Goes with temporary keys. */
    Optional<String> token();

    /** Sent as X-TC-Region; these operations need none. */
    Optional<String> region();

    /** What the service allows by default. */
    @Override
    @WithDefault("10/s")
    String rateLimit();
}
