package org.mediarouter.broker;

import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule;

/** The JAAS configuration that checks users against two properties files, given here instead of in a file of the JVM's. */
final class FileUsers extends SecurityConfiguration {

    private final Map<String, String> options;

    FileUsers(Path users, Path roles) {
        // The module takes file names relative to one directory; absolute ones come through unchanged.
        options = Map.of(
                "baseDir",
                "/",
                PropertiesLoginModule.USER_FILE_PROP_NAME,
                users.toAbsolutePath().toString(),
                PropertiesLoginModule.ROLE_FILE_PROP_NAME,
                roles.toAbsolutePath().toString(),
                "reload",
                "true");
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(PropertiesLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
