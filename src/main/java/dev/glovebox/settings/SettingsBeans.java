package dev.glovebox.settings;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.async.Timer;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.image.ImageSizeLimit;
import dev.glovebox.image.MemoryUse;
import dev.glovebox.image.UrlHosts;
import dev.glovebox.provider.huawei.HuaweiSettings;
import dev.glovebox.provider.tencent.TencentSettings;
import dev.glovebox.provider.tencentclassic.TencentClassicSettings;
import dev.glovebox.secret.SecretSettings;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.telemetry.LogSettings;
import dev.glovebox.telemetry.MetricsSettings;
import dev.glovebox.trace.Ids;
import dev.glovebox.upload.ResultSettings;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Produces the settings of each package, and the sources of time, randomness and ids. */
@ApplicationScoped
public class SettingsBeans {

    @Produces
    @Singleton
    HuaweiSettings huawei(GloveboxSettings settings) {
        return settings.huawei();
    }

    @Produces
    @Singleton
    TencentSettings tencent(GloveboxSettings settings) {
        return settings.tencent();
    }

    @Produces
    @Singleton
    TencentClassicSettings tencentClassic(GloveboxSettings settings) {
        return settings.tencentClassic();
    }

    @Produces
    @Singleton
    StorageSettings storage(GloveboxSettings settings) {
        return settings.storage();
    }

    @Produces
    @Singleton
    SecretSettings secrets(GloveboxSettings settings) {
        return settings.secrets();
    }

    @Produces
    @Singleton
    LogSettings log(GloveboxSettings settings) {
        return settings.log();
    }

    @Produces
    @Singleton
    MetricsSettings metrics(GloveboxSettings settings) {
        return settings.metrics();
    }

    @Produces
    @Singleton
    ResultSettings result(GloveboxSettings settings) {
        return settings.result();
    }

    @Produces
    @Singleton
    ReviewRule reviewRule(GloveboxSettings settings) {
        return new ReviewRule(settings.review().minConfidence());
    }

    @Produces
    @Singleton
    UrlHosts urlHosts(GloveboxSettings settings) {
        return new UrlHosts(settings.image().urlHosts().orElse(Set.of()));
    }

    @Produces
    @Singleton
    ImageSizeLimit imageSizeLimit(GloveboxSettings settings) {
        return new ImageSizeLimit(settings.image().maxBytes().asLongValue());
    }

    @Produces
    @Singleton
    ByteBudget imageMemory(GloveboxSettings settings) {
        return new ByteBudget(settings.image().memory().map(MemorySize::asLongValue)
                .orElseGet(() -> MemoryUse.defaultBudget(Runtime.getRuntime().maxMemory())));
    }

    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    @DefaultBean
    Timer timer() {
        return new Timer(Infrastructure::getDefaultWorkerPool);
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new Random();
    }

    /** Produces the source of secret keys. It is typed so that no bean gets it as a plain {@link RandomGenerator}. */
    @Produces
    @Singleton
    @Typed(SecureRandom.class)
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    @DefaultBean
    Ids ids() {
        return () -> UUID.randomUUID().toString();
    }
}
