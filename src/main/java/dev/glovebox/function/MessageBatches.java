package dev.glovebox.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Reads the messages of a queue's batch. Messages of one group are read in order: if one fails, all later ones of its group
 * fail too, so that the queue delivers them in order again. Other messages are read at once.
 */
@ApplicationScoped
class MessageBatches {

    /** Reads all messages; never fails. */
    Uni<Answers.Messages> read(List<Trigger.Message> messages, EventReading reading) {
        return reading.concurrently(lanes(messages), lane -> readInOrder(lane, reading)).map(failedIds -> {
            Set<String> failed = new HashSet<>(failedIds);
            return Answers.Messages.failed(messages.stream().map(Trigger.Message::id).filter(failed::contains).toList());
        });
    }

    /** Each group, and each message without a group, is a lane. */
    private static Collection<List<Trigger.Message>> lanes(List<Trigger.Message> messages) {
        Map<String, List<Trigger.Message>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Trigger.Message message = messages.get(i);
            String lane = message.group() == null ? "message " + i : "group " + message.group();
            lanes.computeIfAbsent(lane, name -> new ArrayList<>()).add(message);
        }
        return lanes.values();
    }

    /** Returns the ids of the messages that failed. */
    private Uni<List<String>> readInOrder(List<Trigger.Message> lane, EventReading reading) {
        List<String> failed = new ArrayList<>();
        return Multi.createFrom().iterable(lane).onItem().transformToUniAndConcatenate(message -> {
            if (!failed.isEmpty()) {
                failed.add(message.id());
                return Uni.createFrom().voidItem();
            }
            return read(message, reading).onFailure().invoke(thrown -> {
                EventReading.logFailure(thrown);
                failed.add(message.id());
            }).onFailure().recoverWithNull();
        }).collect().asList().replaceWith(failed);
    }

    /** Reads the objects of one message, one after the other; fails with the first failure. */
    private static Uni<Void> read(Trigger.Message message, EventReading reading) {
        if (message.problem() != null) {
            RuntimeException invalid = Problems.invalidRequest(message.problem());
            reading.reject(invalid);
            return Uni.createFrom().failure(invalid);
        }
        List<Throwable> failures = new ArrayList<>();
        return Multi.createFrom().iterable(message.objects())
                .onItem().transformToUniAndConcatenate(object -> reading.read(object).replaceWithVoid().onFailure()
                        .invoke(failures::add).onFailure().recoverWithNull())
                .collect().asList().flatMap(done -> failures.isEmpty() ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(failures.getFirst()));
    }
}
