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
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** All settings: {@code glovebox.*}, or {@code GLOVEBOX_*} as environment variables. */
@ConfigMapping(prefix = "glovebox")
public interface GloveboxSettings {

    /** The provider chain: the names of the providers in the order in which they are called. */
    @WithDefault("huawei")
    List<String> providers();

    /** The time limit of a call, if the platform does not set one. */
    @WithDefault("30s")
    Duration timeout();

    /** The settings of the function {@code vin}. */
    FunctionSettings vin();

    /** The settings of the function {@code vehicle-license}. */
    VehicleLicenseSettings vehicleLicense();

    /** The settings of the function {@code license-plate}. */
    FunctionSettings licensePlate();

    /** Huawei Cloud OCR. */
    HuaweiSettings huawei();

    /** Tencent Cloud API 3.0. */
    TencentSettings tencent();

    /** Tencent's classic OCR. */
    TencentClassicSettings tencentClassic();

    /** The handling of events. */
    TriggerSettings trigger();

    /** The object store of images and results. */
    StorageSettings storage();

    /** The content of results. */
    ResultSettings result();

    /** The conditions under which a person should look at a result. */
    ReviewSettings review();

    /** The store of the secrets that other settings refer to. */
    SecretSettings secrets();

    /** The events in the log. */
    LogSettings log();

    /** The metrics. */
    MetricsSettings metrics();

    /** The accepted images. */
    ImageSettings image();

    /** The HTTP server. */
    HttpSettings http();

    /** The settings {@code glovebox.http.*}. */
    interface HttpSettings {

        /**
         * The function that receives the events which FunctionGraph and SCF post to their own paths, and not to the path of the
         * function. If it is not set, these paths do not exist.
         */
        Optional<String> eventFunction();

        /**
         * The origins, such as {@code https://fleet.example}, whose pages may call the functions from a browser. If not set,
         * only
         * pages of the server itself may.
         */
        Optional<Set<String>> origins();
    }

    /** The settings {@code glovebox.<function>.*}. */
    interface FunctionSettings {

        /** The provider chain of this function, in place of {@code glovebox.providers}. */
        Optional<List<String>> providers();
    }

    /** The settings {@code glovebox.vehicle-license.*}. */
    interface VehicleLicenseSettings extends FunctionSettings {

        /** The pages to read if the caller does not choose: front, back or both. */
        @WithDefault("both")
        LicenseSide side();

        /** True to read the text of the seal if the caller does not choose. */
        @WithDefault("true")
        boolean returnIssuingAuthority();
    }

    /** The settings {@code glovebox.review.*}. */
    interface ReviewSettings {

        /** The lowest confidence without a review, from 0 to 1. 0 disables the check. */
        @WithDefault("0")
        double minConfidence();
    }

    /** The settings {@code glovebox.image.*}. */
    interface ImageSettings {

        /**
         * The hosts from which callers may name images by URL. {@code *} allows every public host. If not set, no host is
         * allowed.
         */
        Optional<Set<String>> urlHosts();

        /** The size of the largest image in bytes. A smaller limit of every provider applies first. */
        @WithDefault("10M")
        MemorySize maxBytes();

        /**
         * The bytes of images and bodies that may be in memory at once. If not set, 60 percent of the heap beyond its first
         * 24 MB, and at least a quarter of the heap.
         */
        Optional<MemorySize> memory();
    }

    /** The settings {@code glovebox.trigger.*}. */
    interface TriggerSettings {

        /** The number of images of one event that are read at once. All of them are in memory. */
        @WithDefault("2")
        int concurrency();

        /**
         * The suffixes of the keys that events may read, such as {@code .jpg}, in any case. If not set, events read all objects
         * that are not results.
         */
        Optional<List<String>> suffixes();
    }
}
