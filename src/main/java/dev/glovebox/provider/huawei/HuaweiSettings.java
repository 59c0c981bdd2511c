package dev.glovebox.provider.huawei;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.huawei.*}. Exactly one way of authentication: a key pair, a fixed token, or an IAM user. */
public interface HuaweiSettings extends CallSettings {

    /** Where the OCR service answers, without a path. */
    @WithDefault("https://ocr.cn-north-4.myhuaweicloud.com")
    URI endpoint();

    /** The project of the region; with an IAM user it is found out where it is not set. */
    Optional<String> projectId();

    /** The region's name, which is also its project's: the scope of a token. */
    @WithDefault("cn-north-4")
    String region();

    /** Access key id (AK). */
    Optional<String> accessKey();

    /** Secret access key (SK). */
    Optional<String> secretKey();

    /** Goes with temporary keys. */
    Optional<String> securityToken();

    /** A token fetched by others; not renewed here. */
    Optional<String> token();

    /** The IAM user whose token is fetched, kept and renewed. */
    Iam iam();

    /** {@code glovebox.huawei.iam.*} */
    interface Iam {

        /** Where IAM answers, without a path; the region's by default. */
        Optional<URI> endpoint();

        /** The account's name. */
        Optional<String> domain();

        /** The user's name. */
        Optional<String> username();

        /** The user's password. */
        Optional<String> password();
    }
}
