package org.mediarouter.cli;

import java.time.Duration;
import java.util.function.Supplier;
import org.mediarouter.agent.AgentDirectory;
import org.mediarouter.agent.AgentStore;
import org.mediarouter.cluster.ClusterNode;
import org.mediarouter.communication.AgentStateHandler;
import org.mediarouter.communication.AgentStateRelay;
import org.mediarouter.communication.Answers;
import org.mediarouter.communication.ChatServerRestoreHandler;
import org.mediarouter.communication.ClientDestinations;
import org.mediarouter.communication.ConferenceHandler;
import org.mediarouter.communication.ConnectHandler;
import org.mediarouter.communication.ErrorRelay;
import org.mediarouter.communication.GetAgentStateHandler;
import org.mediarouter.communication.GetQueueStateHandler;
import org.mediarouter.communication.GetTaskStateHandler;
import org.mediarouter.communication.LoginHandler;
import org.mediarouter.communication.OutsideMedium;
import org.mediarouter.communication.OutsideStateHandler;
import org.mediarouter.communication.TaskEventRelay;
import org.mediarouter.communication.TaskHandler;
import org.mediarouter.communication.TaskStateHandler;
import org.mediarouter.communication.TaskStateRelay;
import org.mediarouter.communication.TransferHandler;
import org.mediarouter.engine.Engine;
import org.mediarouter.engine.NewTaskHandler;
import org.mediarouter.engine.WakeUpHandler;
import org.mediarouter.message.AgentState;
import org.mediarouter.message.AgentStateRequest;
import org.mediarouter.message.ChatServerRestore;
import org.mediarouter.message.Conference;
import org.mediarouter.message.Connect;
import org.mediarouter.message.Error;
import org.mediarouter.message.GetAgentState;
import org.mediarouter.message.GetQueueState;
import org.mediarouter.message.GetTaskState;
import org.mediarouter.message.Login;
import org.mediarouter.message.NewTask;
import org.mediarouter.message.OutsideStateChanged;
import org.mediarouter.message.Task;
import org.mediarouter.message.TaskAgentSelected;
import org.mediarouter.message.TaskAgentTransferred;
import org.mediarouter.message.TaskConferenced;
import org.mediarouter.message.TaskQueued;
import org.mediarouter.message.TaskState;
import org.mediarouter.message.TaskStateRequest;
import org.mediarouter.message.Transfer;
import org.mediarouter.message.WakeUp;
import org.mediarouter.route.Legs;
import org.mediarouter.route.TellingOrder;
import org.mediarouter.routing.model.Configuration;
import org.mediarouter.task.TaskStore;

/** Who handles what: the protocol's rows and extensions, one handler each. */
final class Handlers {
    private final ClusterNode cluster;
    private final AgentStore agents;
    private final TaskStore tasks;
    private final Answers answers;
    private final Supplier<Configuration> configuration;
    private final OutsideMedium outside;
    private final Duration connectedFor;

    Handlers(
            ClusterNode cluster,
            TellingOrder order,
            Answers answers,
            Supplier<Configuration> configuration,
            OutsideMedium outside,
            Duration connectedFor) {
        this.cluster = cluster;
        this.agents = order.over(cluster.agents());
        this.tasks = order.over(cluster.tasks());
        this.answers = answers;
        this.configuration = configuration;
        this.outside = outside;
        this.connectedFor = connectedFor;
    }

    Legs legs(AgentDirectory directory, ClientDestinations destinations, Engine engine) {
        Legs legs = new Legs();
        signIn(legs, directory, destinations);
        general(legs);
        engine(legs, engine);
        relays(legs);
        return legs;
    }

    private void signIn(Legs legs, AgentDirectory directory, ClientDestinations destinations) {
        legs.general(
                "Connect", Connect.class, new ConnectHandler(directory, agents, tasks, answers, destinations, outside));
        legs.general(
                "Login",
                Login.class,
                new LoginHandler(directory, agents, tasks, answers, configuration, outside, connectedFor));
    }

    private void general(Legs legs) {
        var figures = cluster.queueFigures();
        legs.general(
                "AgentState",
                AgentStateRequest.class,
                new AgentStateHandler(agents, tasks, answers, configuration, outside));
        legs.general("Conference", Conference.class, new ConferenceHandler(agents, tasks, answers, configuration));
        legs.general("Transfer", Transfer.class, new TransferHandler(agents, tasks, answers, configuration));
        legs.general("TaskState", TaskStateRequest.class, new TaskStateHandler(agents, tasks, answers, configuration));
        legs.general("Task", Task.class, new TaskHandler(tasks, answers, configuration));
        legs.general(
                "GetAgentState",
                GetAgentState.class,
                new GetAgentStateHandler(agents, answers, configuration, connectedFor));
        legs.general("GetTaskState", GetTaskState.class, new GetTaskStateHandler(tasks, figures, answers));
        legs.general("GetQueueState", GetQueueState.class, new GetQueueStateHandler(figures, answers, configuration));
        legs.general(
                "chat-server-restore", ChatServerRestore.class, new ChatServerRestoreHandler(agents, tasks, answers));
    }

    private static void engine(Legs legs, Engine engine) {
        legs.engine("AgentState", AgentState.class, new org.mediarouter.engine.AgentStateHandler(engine));
        legs.engine("TaskState", TaskState.class, new org.mediarouter.engine.TaskStateHandler(engine));
        legs.engine("NewTask", NewTask.class, new NewTaskHandler(engine));
        legs.engine("Conference", Conference.class, new org.mediarouter.engine.ConferenceHandler(engine));
        legs.engine("Transfer", Transfer.class, new org.mediarouter.engine.TransferHandler(engine));
        legs.engine("WakeUp", WakeUp.class, new WakeUpHandler(engine));
    }

    private void relays(Legs legs) {
        TaskEventRelay events = new TaskEventRelay(cluster.tasks(), answers);
        legs.relay("TaskAgentSelected", TaskAgentSelected.class, events);
        legs.relay("TaskConferenced", TaskConferenced.class, events);
        legs.relay("TaskAgentTransferred", TaskAgentTransferred.class, events);
        legs.relay("TaskQueued", TaskQueued.class, events);
        legs.relay("AgentState", AgentState.class, new AgentStateRelay(cluster.agents()));
        legs.relay("TaskState", TaskState.class, new TaskStateRelay(cluster.tasks(), events));
        legs.relay(
                "OutsideStateChanged",
                OutsideStateChanged.class,
                new OutsideStateHandler(agents, tasks, answers, outside));
        legs.relay("Error", Error.class, new ErrorRelay(answers));
    }
}
