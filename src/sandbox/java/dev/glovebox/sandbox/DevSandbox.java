package dev.glovebox.sandbox;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Starts the sandbox with the application in dev mode. */
@ApplicationScoped
@IfBuildProfile("dev")
class DevSandbox {

    private static final Logger LOG = Logger.getLogger(DevSandbox.class);

    private final SandboxSettings settings;
    private Sandbox sandbox;

    DevSandbox(SandboxSettings settings) {
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        sandbox = Sandbox.start(settings.port(), SandboxAccount.DEFAULT, InstantSource.system(), settings.huaweiLicenseLevel());
        // takes half a second, which the first image would wait for
        Thread.ofVirtual().start(Ocr::warmUp);
        LOG.infof("Sandbox OCR at %s: reads images on this machine, needs no account", sandbox.url());
    }

    void stop(@Observes ShutdownEvent event) {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
