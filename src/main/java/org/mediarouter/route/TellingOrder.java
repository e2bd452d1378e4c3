package org.mediarouter.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentRecord;
import org.mediarouter.agent.AgentResult;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.Message;
import org.mediarouter.message.TaskState;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/**
 * Several lines tell clients the states of one agent or task: those of commands what commands changed, that of an MRD what
 * routing changed. On one node the later state waits here for the commit of the earlier, so that nobody is told a state older
 * than one already told (protocol, section 1, "Version"; decision 004).
 *
 * <p>A command takes each agent and task just before it changes it, a relay just before it reads it, and both let go when
 * their transaction is over. Who holds nothing waits as long as it takes; who holds something waits a while only, and then
 * gives its transaction back. So nobody waits in a circle.
 */
public final class TellingOrder {
    /** A relay's wait is the shorter, so that it is the relay who gives back: it has changed nothing. */
    private static final Duration RELAYS_WAIT = Duration.ofMillis(10);

    private static final Duration COMMANDS_WAIT = Duration.ofMillis(100);
    private static final int STRIPES = 4096;

    private final List<ReentrantLock> stripes = new ArrayList<>(STRIPES);
    private final ThreadLocal<List<ReentrantLock>> held = ThreadLocal.withInitial(ArrayList::new);

    public TellingOrder() {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new ReentrantLock());
        }
    }

    /** The same agents, for commands. */
    public AgentStore over(AgentStore agents) {
        return new Agents(agents);
    }

    /** The same tasks, for commands. */
    public TaskStore over(TaskStore tasks) {
        return new Tasks(tasks);
    }

    /**
     * Takes the subject of an event that is to be relayed.
     *
     * @throws GivenBack this thread holds others, and this one isn't to be had
     */
    void relay(Message event) {
        take(event, RELAYS_WAIT);
    }

    /** Takes the subjects of a command's answers, for those which it has merely read. */
    void tell(Collection<? extends Message> answers) {
        answers.forEach(answer -> take(answer, COMMANDS_WAIT));
    }

    /** What this thread has told is committed, or rolled back. */
    void release() {
        List<ReentrantLock> locks = held.get();
        locks.forEach(ReentrantLock::unlock);
        locks.clear();
    }

    private void take(Message message, Duration wait) {
        if (message instanceof AgentState agent) {
            take("agent " + agent.agentId(), wait);
        } else if (message instanceof TaskState task) {
            take("task " + task.taskId(), wait);
        }
    }

    private void take(String subject, Duration wait) {
        int hash = subject.hashCode();
        ReentrantLock lock = stripes.get((hash ^ (hash >>> 12) ^ (hash >>> 24)) & (STRIPES - 1));
        if (held.get().isEmpty()) {
            lock.lock();
        } else if (!within(lock, wait)) {
            throw new GivenBack(subject);
        }
        held.get().add(lock);
    }

    private static boolean within(ReentrantLock lock, Duration wait) {
        try {
            return lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Agents implements AgentStore {
        private final AgentStore agents;

        Agents(AgentStore agents) {
            this.agents = agents;
        }

        @Override
        public AgentRecord get(String agentId) {
            return agents.get(agentId);
        }

        @Override
        public AgentResult apply(String operationId, String agentId, AgentOperation operation, Instant at) {
            take("agent " + agentId, COMMANDS_WAIT);
            return agents.apply(operationId, agentId, operation, at);
        }

        @Override
        public List<AgentRecord> inMrd(String mrd) {
            return agents.inMrd(mrd);
        }

        @Override
        public Collection<String> loggedIn() {
            return agents.loggedIn();
        }
    }

    private final class Tasks implements TaskStore {
        private final TaskStore tasks;

        Tasks(TaskStore tasks) {
            this.tasks = tasks;
        }

        @Override
        public @Nullable TaskRecord get(String taskId) {
            return tasks.get(taskId);
        }

        @Override
        public TaskResult apply(String operationId, String taskId, TaskOperation operation, Instant at) {
            take("task " + taskId, COMMANDS_WAIT);
            return tasks.apply(operationId, taskId, operation, at);
        }

        @Override
        public List<TaskRecord> open(String mrd) {
            return tasks.open(mrd);
        }

        @Override
        public int waiting(String queue) {
            return tasks.waiting(queue);
        }

        @Override
        public @Nullable String requested(@Nullable String user, String requestId) {
            return tasks.requested(user, requestId);
        }

        @Override
        public String claimRequest(@Nullable String user, String requestId, String taskId) {
            return tasks.claimRequest(user, requestId, taskId);
        }
    }
}
