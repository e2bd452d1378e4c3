package org.mediarouter.chatserver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mediarouter.message.Reason;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.TaskStateRequest;

/** The customers who are there: they come, wait, are served or give up (rows 11, 13). Not thread-safe. */
final class Customers {
    private static final class Customer {
        final Arrival arrival;

        @Nullable
        String taskId;

        boolean accepted;
        boolean left;

        Customer(Arrival arrival) {
            this.arrival = arrival;
        }
    }

    private final Map<String, Customer> byRequest = new HashMap<>();
    private final Map<String, Customer> byTask = new HashMap<>();

    /** A customer comes. */
    List<Action> arrive(String requestId, Arrival arrival) {
        byRequest.put(requestId, new Customer(arrival));
        CustomerKind kind = arrival.kind();
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Send(new Task(
                kind.mrd(), kind.queue(), kind.priority(), kind.attributes(), requestId, null, requestId, null)));
        if (arrival.patience() != null) {
            actions.add(new Action.Later(arrival.patience(), new Intent.GiveUp(requestId)));
        }
        return actions;
    }

    /** What is told of a task to its creator. */
    List<Action> on(TaskState told) {
        Customer customer = told.requestId() == null ? null : byRequest.get(told.requestId());
        if (customer == null) {
            return List.of();
        }
        boolean learned = customer.taskId == null;
        customer.taskId = told.taskId();
        byTask.put(told.taskId(), customer);
        if (told.state() == TaskStateName.CLOSED) {
            byRequest.remove(told.requestId());
            byTask.remove(told.taskId());
            return List.of();
        }
        customer.accepted |= told.state() != TaskStateName.QUEUED && told.state() != TaskStateName.RESERVED;
        return learned && customer.left && !customer.accepted ? List.of(cancel(told.taskId())) : List.of();
    }

    /** The request was refused: the customer goes. */
    void refused(String requestId) {
        byRequest.remove(requestId);
    }

    /** A customer's patience is over: he leaves, unless an agent has answered. */
    List<Action> on(Intent.GiveUp intent) {
        Customer customer = byRequest.get(intent.requestId());
        if (customer == null || customer.accepted) {
            return List.of();
        }
        customer.left = true;
        return customer.taskId == null ? List.of() : List.of(cancel(customer.taskId));
    }

    /** Sends those home who wait, or everybody. */
    List<Action> sendHome(boolean everybody) {
        List<Action> actions = new ArrayList<>();
        for (Customer customer : byRequest.values()) {
            if (everybody || !customer.accepted) {
                customer.left = true;
                if (customer.taskId != null) {
                    actions.add(cancel(customer.taskId));
                }
            }
        }
        return actions;
    }

    @Nullable
    Arrival of(String taskId) {
        Customer customer = byTask.get(taskId);
        return customer == null ? null : customer.arrival;
    }

    int present() {
        return byRequest.size();
    }

    private static Action cancel(String taskId) {
        return new Action.Send(new TaskStateRequest(taskId, "CLOSED", null, Reason.CANCELLED, null));
    }
}
