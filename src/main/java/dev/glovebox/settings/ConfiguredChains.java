package dev.glovebox.settings;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import dev.glovebox.document.DocumentType;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.recognition.Chains;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;

/** Builds the provider chains from the settings when the application starts. An invalid chain stops the start. */
@ApplicationScoped
class ConfiguredChains implements Chains {

    private final Map<DocumentType, List<OcrProvider>> chains = new EnumMap<>(DocumentType.class);

    ConfiguredChains(GloveboxSettings settings, @Any Instance<OcrProvider> providers) {
        for (DocumentType type : DocumentType.values()) {
            GloveboxSettings.FunctionSettings functionSettings = switch (type) {
                case VIN -> settings.vin();
                case VEHICLE_LICENSE -> settings.vehicleLicense();
                case LICENSE_PLATE -> settings.licensePlate();
            };
            String key = functionSettings.providers().isPresent() ? "glovebox." + type.id() + ".providers"
                    : "glovebox.providers";
            List<String> names = functionSettings.providers().orElseGet(settings::providers);
            if (new HashSet<>(names).size() < names.size()) {
                throw new ConfigurationException(key + " names a provider twice");
            }
            List<OcrProvider> chain = names.stream()
                    .map(name -> provider(providers, name, key)).filter(provider -> provider.limits(type).isPresent()).toList();
            if (chain.isEmpty()) {
                throw new ConfigurationException(key + " names no provider that reads " + type.id());
            }
            chains.put(type, chain);
        }
    }

    private static OcrProvider provider(Instance<OcrProvider> providers, String name, String key) {
        Instance<OcrProvider> provider = providers.select(Identifier.Literal.of(name));
        if (!provider.isResolvable()) {
            throw new ConfigurationException(key + " names an unknown provider: " + name);
        }
        return provider.get();
    }

    void onStart(@Observes StartupEvent start) {
        // creates this bean at the start, so that the constructor checks the settings
    }

    @Override
    public List<OcrProvider> chain(DocumentType type) {
        return chains.get(type);
    }
}
