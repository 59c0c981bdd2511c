package dev.glovebox.provider.huawei;

import java.net.URI;
import java.util.Optional;

import dev.glovebox.provider.CallSettings;
import io.smallrye.config.WithDefault;

/** {@code glovebox.huawei.*}. Exactly one method of authentication: a key pair, a fixed token, or an IAM user. */
public interface HuaweiSettings extends CallSettings {

    /** The URL of the OCR service, without a path. */
    @WithDefault("https://ocr.cn-north-4.myhuaweicloud.com")
    URI endpoint();

    /** The level of the licence operation that the deployment knows. */
    @WithDefault("auto")
    HuaweiLicenseApi licenseApi();

    /** The id of the region's project; optional with an IAM user, whose tokens contain it. */
    Optional<String> projectId();

    /** The name of the region and of its project, which is the scope of a token. */
    @WithDefault("cn-north-4")
    String region();

    /** The access key id (AK). */
    Optional<String> accessKey();

    /** The secret access key (SK). */
    Optional<String> secretKey();

    /** The security token of temporary keys. */
    Optional<String> securityToken();

    /** A token that an operator fetches and renews. */
    Optional<String> token();

    /** The IAM user whose token is fetched, cached and renewed. */
    Iam iam();

    /** {@code glovebox.huawei.iam.*}: an IAM user. */
    interface Iam {

        /** The URL of IAM, without a path; unset: the region's URL. */
        Optional<URI> endpoint();

        /** The account's name. */
        Optional<String> domain();

        /** The user's name. */
        Optional<String> username();

        /** The user's password. */
        Optional<String> password();
    }
}
