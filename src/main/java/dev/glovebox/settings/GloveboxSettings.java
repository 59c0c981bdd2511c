package dev.glovebox.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.glovebox.document.LicenseSide;
import dev.glovebox.provider.huawei.HuaweiSettings;
import dev.glovebox.provider.tencent.TencentSettings;
import dev.glovebox.provider.tencentclassic.TencentClassicSettings;
import dev.glovebox.secret.SecretSettings;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.telemetry.LogSettings;
import dev.glovebox.telemetry.MetricsSettings;
import dev.glovebox.upload.ResultSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Everything that can be set: {@code glovebox.*}, in the environment {@code GLOVEBOX_*}. */
@ConfigMapping(prefix = "glovebox")
public interface GloveboxSettings {

    /** The providers to ask, in order. */
    @WithDefault("huawei")
    List<String> providers();

    /** How long a call may take where the platform does not say how much time there is. */
    @WithDefault("30s")
    Duration timeout();

    /** For VINs alone. */
    PerFunction vin();

    /** For vehicle licences alone. */
    VehicleLicense vehicleLicense();

    /** For licence plates alone. */
    PerFunction licensePlate();

    /** Huawei Cloud OCR. */
    HuaweiSettings huawei();

    /** Tencent Cloud API 3.0. */
    TencentSettings tencent();

    /** Tencent's classic OCR. */
    TencentClassicSettings tencentClassic();

    /** What events are taken for. */
    TriggerSettings trigger();

    /** Where images and results are. */
    StorageSettings storage();

    /** What a result holds. */
    ResultSettings result();

    /** Which results a person should look at. */
    ReviewSettings review();

    /** Where secrets are that settings name by reference. */
    SecretSettings secrets();

    /** What is told of each event. */
    LogSettings log();

    /** What is counted. */
    MetricsSettings metrics();

    /** What an image may be. */
    ImageSettings image();

    /** What the HTTP server answers to besides the functions' own paths. */
    HttpSettings http();

    /** {@code glovebox.http.*} */
    interface HttpSettings {

        /** The function that events are for which a platform posts to its own paths, and not to the function's; unset: none. */
        Optional<String> eventFunction();
    }

    /** {@code glovebox.<function>.*} */
    interface PerFunction {

        /** In place of {@code glovebox.providers}. */
        Optional<List<String>> providers();
    }

    /** {@code glovebox.vehicle-license.*} */
    interface VehicleLicense extends PerFunction {

        /** The pages to look for where the caller does not say: front, back or both. */
        @WithDefault("both")
        LicenseSide side();

        /** Whether to read the seal where the caller does not say. */
        @WithDefault("true")
        boolean returnIssuingAuthority();
    }

    /** {@code glovebox.review.*} */
    interface ReviewSettings {

        /** A field of less confidence, 0..1, is a reason to look at the result; 0: none is. */
        @WithDefault("0")
        double minConfidence();
    }

    /** {@code glovebox.image.*} */
    interface ImageSettings {

        /** The hosts whose images a caller may name by URL; unset: none; {@code *}: any public one. */
        Optional<Set<String>> urlHosts();
    }

    /** {@code glovebox.trigger.*} */
    interface TriggerSettings {

        /** How many images of one event are read at once, and so are in memory. */
        @WithDefault("2")
        int concurrency();

        /** The ends of the keys that are images, such as {@code .jpg}, in any case; unset: all that are not results. */
        Optional<List<String>> suffixes();
    }
}
