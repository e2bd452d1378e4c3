package org.mediarouter.cli;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.mediarouter.cluster.ClusterFigures;
import org.mediarouter.cluster.ClusterFigures.Snapshot;
import org.mediarouter.message.AgentStateName;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskStateName;
import org.mediarouter.message.Unavailable;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskStore;

/** Agents and tasks by state, for those who look at the metrics. */
final class Figures {
    private static final Set<String> OURS = Set.of("mediarouter.agents", "mediarouter.tasks", "mediarouter.waiting");

    private final ClusterFigures figures;

    Figures(ClusterFigures figures) {
        this.figures = figures;
    }

    /** The gauges of what is configured, all anew: a second one of the same name and tags would be warned of. */
    void follow(MeterRegistry meters, Configuration configuration) {
        meters.getMeters().stream()
                .filter(meter -> OURS.contains(meter.getId().getName()))
                .forEach(meters::remove);
        register(meters, configuration);
    }

    private void register(MeterRegistry meters, Configuration configuration) {
        for (String mrd : configuration.mrds().keySet()) {
            for (AgentStateName state : AgentStateName.values()) {
                gauge("mediarouter.agents", snapshot -> snapshot.agents(mrd, state))
                        .tags("mrd", mrd, "state", state.name())
                        .description("agents by MRD and state")
                        .register(meters);
            }
        }
        for (String queue : configuration.queues().keySet()) {
            for (TaskStateName state : TaskStateName.values()) {
                if (state != TaskStateName.CLOSED) {
                    gauge("mediarouter.tasks", snapshot -> snapshot.tasks(queue, state))
                            .tags("queue", queue, "state", state.name())
                            .description("tasks by queue and state")
                            .register(meters);
                }
            }
            gauge("mediarouter.waiting", snapshot -> snapshot.tasks(queue, TaskStateName.QUEUED))
                    .tags("queue", queue)
                    .description("tasks that wait for an agent")
                    .register(meters);
        }
    }

    private Gauge.Builder<Supplier<Number>> gauge(String name, ToIntFunction<Snapshot> count) {
        return Gauge.builder(name, () -> {
            try {
                return count.applyAsInt(figures.snapshot());
            } catch (Unavailable e) {
                return Double.NaN;
            }
        });
    }

    /** How long the task had waited when it was offered; null where it can't be told. */
    static @Nullable Duration wait(TaskStore tasks, TaskAgentSelected offer) {
        try {
            TaskRecord task = tasks.get(offer.taskId());
            if (task == null) {
                return null;
            }
            // It may have come back to its queue since.
            Duration wait = Duration.between(task.queuedAt(), offer.time());
            return wait.isNegative() ? null : wait;
        } catch (Unavailable e) {
            return null;
        }
    }
}
