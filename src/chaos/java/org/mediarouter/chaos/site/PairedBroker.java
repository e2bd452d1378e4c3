package org.mediarouter.chaos.site;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis as an operator installs one: nothing of ours is in it but the configuration file. Arguments: that file, and the
 * directory that its paths begin in. Passwords are the names of the users.
 */
public final class PairedBroker {
    private static final Map<String, String> ROLES = Map.of("media-router", "routers", "chat-server", "chat-servers");

    private PairedBroker() {}

    public static void main(String[] arguments) throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        new FileDeploymentManager(Path.of(arguments[0]).toUri().toString())
                .addDeployable(configuration)
                .readConfiguration();
        configuration.setBrokerInstance(new File(arguments[1]));
        SecurityConfiguration users = new SecurityConfiguration();
        ROLES.forEach((user, role) -> {
            users.addUser(user, user);
            users.addRole(user, role);
        });
        new ActiveMQServerImpl(configuration, new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users))
                .start();
    }
}
