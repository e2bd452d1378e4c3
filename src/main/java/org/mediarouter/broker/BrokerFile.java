package org.mediarouter.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.xml.transform.dom.DOMSource;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.utils.XMLUtil;
import org.apache.activemq.artemis.utils.XmlProvider;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The broker's XML file, and what the node's settings replace in it. */
public final class BrokerFile {

    /** The acceptor of that name is the one that host and port are set for. */
    static final String CLIENTS = "clients";

    private BrokerFile() {}

    /**
     * Reads the file without starting anything.
     *
     * @throws BrokerStartException it can't be read, or isn't what Artemis' schema asks for: the message says where
     */
    public static void check(Path file) {
        read(file);
    }

    static Configuration configuration(BrokerSettings settings, int id) {
        Configuration configuration = read(settings.configuration());
        Path data = settings.data().toAbsolutePath();
        configuration
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setJournalDirectory(data.resolve("journal").toString())
                .setLargeMessagesDirectory(data.resolve("large-messages").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                // Artemis' own default is known to everybody.
                .setClusterPassword(UUID.randomUUID().toString());
        if (!settings.watchDisk()) {
            configuration.setMaxDiskUsage(-1);
        }
        clients(configuration, settings.configuration())
                .getParams()
                .putAll(Map.of(
                        TransportConstants.HOST_PROP_NAME, settings.host(),
                        TransportConstants.PORT_PROP_NAME, settings.port()));
        configuration.addAcceptorConfiguration(
                new TransportConfiguration(OwnAcceptorFactory.class.getName(), Map.of("serverId", id), "node"));
        return configuration;
    }

    private static TransportConfiguration clients(Configuration configuration, Path file) {
        return configuration.getAcceptorConfigurations().stream()
                .filter(acceptor -> acceptor.getName().equals(CLIENTS))
                .findFirst()
                .orElseThrow(() -> new BrokerStartException(file + " has no acceptor named " + CLIENTS, null));
    }

    private static Configuration read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Element xml = XMLUtil.streamToElement(in);
            // Artemis only logs what its schema refuses, and goes on with its defaults for it.
            XmlProvider.newValidator(XMLUtil.findResource("schema/artemis-server.xsd"))
                    .validate(new DOMSource(xml));
            Configuration configuration = new ConfigurationImpl();
            new FileConfigurationParser()
                    .parseMainConfig((Element) xml.getElementsByTagName("core").item(0), configuration);
            clients(configuration, file);
            return configuration;
        } catch (IOException e) {
            throw new BrokerStartException("no broker configuration in " + file, e);
        } catch (SAXException e) {
            throw new BrokerStartException(file + ": " + e.getMessage(), e);
        } catch (BrokerStartException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerStartException(file + ": " + e.getMessage(), e);
        }
    }
}
