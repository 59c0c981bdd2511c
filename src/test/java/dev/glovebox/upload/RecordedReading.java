package dev.glovebox.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.glovebox.document.ProviderTrace;

/** Records what happens to images, as text. */
final class RecordedReading implements ReadingListener {

    private final List<String> all = Collections.synchronizedList(new ArrayList<>());

    List<String> all() {
        return List.copyOf(all);
    }

    void clear() {
        all.clear();
    }

    @Override
    public void imageSized(long bytes) {
        // the store's answer; imageFetched records the size
    }

    @Override
    public void imageFetched(long bytes) {
        all.add("fetched " + bytes);
    }

    @Override
    public void providersCalled(ProviderTrace trace, int failovers) {
        all.add("called " + (trace == null ? 0 : trace.attempts().size()) + ", failovers " + failovers);
    }

    @Override
    public void duplicateFound() {
        all.add("duplicate");
    }

    @Override
    public void claimTakenOver() {
        all.add("taken over");
    }

    @Override
    public void callsPaused() {
        all.add("calls paused");
    }

    @Override
    public void documentRead(boolean needsReview) {
        all.add("review " + needsReview);
    }
}
