package org.mediarouter.engine;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mediarouter.agent.AgentOperation;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.assignment.Assignment;
import org.mediarouter.assignment.Effect;
import org.mediarouter.assignment.Terms;
import org.mediarouter.message.Envelope;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskState;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.routing.model.Mrd;
import org.mediarouter.task.TaskOperation;
import org.mediarouter.task.TaskRecord;
import org.mediarouter.task.TaskResult;
import org.mediarouter.task.TaskStore;

/** The handling of one message: what it changes, what is said of it, and what the router must look at anew. */
final class Turn {
    private final String mrd;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Configuration configuration;
    private final Assignment assignment;
    private final Envelope envelope;
    private final Announcements announcements;
    private final Set<String> touchedAgents = new LinkedHashSet<>();
    private final Set<String> touchedTasks = new LinkedHashSet<>();
    private int told;

    Turn(
            String mrd,
            AgentStore agents,
            TaskStore tasks,
            Configuration configuration,
            Assignment assignment,
            Envelope envelope) {
        this.mrd = mrd;
        this.agents = agents;
        this.tasks = tasks;
        this.configuration = configuration;
        this.assignment = assignment;
        this.envelope = envelope;
        this.announcements = new Announcements(mrd);
    }

    Configuration configuration() {
        return configuration;
    }

    Assignment assignment() {
        return assignment;
    }

    Envelope envelope() {
        return envelope;
    }

    Announcements announcements() {
        return announcements;
    }

    Set<String> touchedAgents() {
        return touchedAgents;
    }

    Set<String> touchedTasks() {
        return touchedTasks;
    }

    void touchedNothing() {
        touchedAgents.clear();
        touchedTasks.clear();
    }

    void touchAgent(String agentId) {
        touchedAgents.add(agentId);
    }

    void touchTask(String taskId) {
        touchedTasks.add(taskId);
    }

    /** What has changed since this was last asked; whatever the router can't know by itself is touched. */
    List<Effect> news() {
        List<Effect> all = assignment.effects();
        List<Effect> news = all.subList(told, all.size());
        told = all.size();
        return news;
    }

    void touch(List<Effect> news) {
        for (Effect effect : news) {
            if (effect instanceof Effect.AgentChanged agent
                    && agent.state().mrd().equals(mrd)) {
                touchedAgents.add(agent.state().agentId());
            } else if (effect instanceof Effect.TaskChanged task
                    && task.state().mrd().equals(mrd)) {
                touchedTasks.add(task.state().taskId());
                touchedAgents.addAll(task.audience());
            }
        }
    }

    /** @param decidedNow whether the router knows of it: not so of what was planned at an earlier delivery */
    void carryOut(Plan plan, int round, boolean decidedNow) {
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            carryOut(step, "plan" + round + "." + i);
            if (!decidedNow && step instanceof Plan.MakeOffer offer) {
                touchAgent(offer.agentId());
                touchTask(offer.taskId());
            }
        }
    }

    private void carryOut(Plan.Step step, String name) {
        if (step instanceof Plan.MakeOffer offer) {
            offer(offer, name);
        } else if (step instanceof Plan.Rona rona) {
            assignment.rona(name, mrd, rona.agentId(), rona.offers());
            rona.offers().forEach(offer -> touchTask(offer.taskId()));
            touchAgent(rona.agentId());
            tell(taskOf(rona.offers().get(0).taskId()));
        } else if (step instanceof Plan.EndWrapUp wrapUp) {
            task(name, wrapUp.taskId(), new TaskOperation.EndWrapUp());
        } else if (step instanceof Plan.Expire expire) {
            task(name, expire.taskId(), new TaskOperation.Expire());
        } else if (step instanceof Plan.Overflow overflow) {
            task(name, overflow.taskId(), new TaskOperation.Overflow(overflow.queue()));
        } else if (step instanceof Plan.Move move) {
            task(name, move.taskId(), new TaskOperation.Move(move.from(), move.queue()));
        } else if (step instanceof Plan.ChangeTerms change) {
            changeTerms(change.agentId(), name);
        } else if (step instanceof Plan.EndUnsureness unsure) {
            assignment.agent(name, unsure.agentId(), new AgentOperation.EndUnsureness(mrd));
            touchAgent(unsure.agentId());
            tell(null);
        } else if (step instanceof Plan.Sweep sweep) {
            assignment.sweep(name, mrd, sweep.agentId(), sweep.taskIds());
            touchAgent(sweep.agentId());
            sweep.taskIds().forEach(this::touchTask);
            tell(null);
        }
    }

    private void changeTerms(String agentId, String name) {
        Mrd settings = configuration.mrd(mrd);
        if (settings != null) {
            AgentOperation.ChangeTerms change =
                    new AgentOperation.ChangeTerms(mrd, Terms.forAgent(configuration, agentId, settings));
            assignment.agent(name, agentId, change);
            touchAgent(agentId);
            tell(null);
        }
    }

    private void task(String name, String taskId, TaskOperation change) {
        assignment.task(name, taskId, change);
        touchTask(taskId);
        tell(taskOf(taskId));
    }

    /** The agent's state, then the selection, then the task's state: whoever hears of the offer knows the agent's. */
    private void offer(Plan.MakeOffer offer, String name) {
        TaskResult result = assignment.offer(
                name,
                mrd,
                offer.taskId(),
                new TaskOperation.MakeOffer(
                        offer.agentId(), offer.number(), Instant.ofEpochMilli(offer.acceptBefore())));
        @Nullable TaskRecord task = taskOf(offer.taskId());
        List<Effect> news = news();
        String correlation = correlation(task);
        announcements.agents(news, correlation);
        @Nullable TaskState state = result.state();
        if (result.refusal() != null || state == null || task == null) {
            // The records are ahead of the router's picture, which must be corrected.
            touch(news);
            touchAgent(offer.agentId());
            touchTask(offer.taskId());
        } else {
            selected(task, state, offer.agentId(), offer.number(), offer.acceptBefore(), correlation);
        }
        announcements.tasks(news, null);
    }

    /** The agent is offered the task. */
    void selected(TaskRecord task, TaskState state, String agentId, int number, long acceptBefore, String correlation) {
        announcements.event(
                new TaskAgentSelected(
                        task.id(),
                        agentId,
                        mrd,
                        state.queue(),
                        number,
                        task.request().requestId(),
                        task.request().attributes(),
                        Instant.ofEpochMilli(acceptBefore),
                        state.time()),
                correlation,
                null,
                List.of(agentId));
    }

    @Nullable
    TaskRecord taskOf(String taskId) {
        return tasks.get(taskId);
    }

    AgentStore agents() {
        return agents;
    }

    /** What routing or a deadline causes carries the correlation of the Task that created the task. */
    private String correlation(@Nullable TaskRecord task) {
        return task == null ? envelope.correlation() : task.request().correlation();
    }

    /** Says what routing or a deadline has changed, on account of that task. */
    private void tell(@Nullable TaskRecord task) {
        List<Effect> news = news();
        touch(news);
        announcements.agents(news, correlation(task));
        announcements.tasks(news, null);
    }

    /** Says what a command has changed. */
    void tellCommand() {
        List<Effect> news = news();
        touch(news);
        announcements.agents(news, envelope.correlation());
        announcements.tasks(news, envelope.correlation());
    }

    /** The same where one of the states told is the command's answer. */
    void tellAnswered(TaskState answer) {
        List<Effect> news = news();
        touch(news);
        announcements.agents(news, envelope.correlation());
        for (Effect effect : news) {
            boolean answers = effect instanceof Effect.TaskChanged task
                    && task.state().equals(answer)
                    && answer.mrd().equals(mrd);
            if (answers && effect instanceof Effect.TaskChanged task) {
                announcements.event(answer, envelope.correlation(), envelope.replyTo(), task.audience());
            } else {
                announcements.tasks(List.of(effect), envelope.correlation());
            }
        }
    }
}
