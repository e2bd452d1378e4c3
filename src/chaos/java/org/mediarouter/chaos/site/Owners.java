package org.mediarouter.chaos.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.mediarouter.chatserver.BrokerAccess;

/** Who has which Media Routing Domain now, which only the broker knows: the consumer of its message group. */
public final class Owners {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MS = 100;

    private final Site site;

    public Owners(Site site) {
        this.site = site;
    }

    /**
     * The node to which the broker gives that MRD's messages.
     *
     * @return empty where nobody has it yet
     * @throws IOException the broker doesn't answer
     */
    public Optional<Member> of(String mrd) throws IOException {
        return Optional.ofNullable(all().get(mrd));
    }

    /**
     * All that somebody has, by MRD, as soon as it is one at least.
     *
     * @throws IOException none is had within that time, or the broker doesn't answer
     */
    public Map<String, Member> await(Duration limit) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(limit);
        Map<String, Member> owners = all();
        while (owners.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("no node has an MRD");
            }
            Thread.sleep(LOOK_EVERY_MS);
            owners = all();
        }
        return owners;
    }

    /**
     * All that somebody has, by MRD.
     *
     * @throws IOException the broker doesn't answer
     */
    private Map<String, Member> all() throws IOException {
        BrokerAccess access = site.forRouter();
        try (ServerLocator locator = ActiveMQClient.createServerLocator(access.url());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session =
                        factory.createSession(access.user(), access.password(), false, true, true, false, 1)) {
            session.start();
            Map<String, String> addresses = new HashMap<>();
            for (JsonNode known : ask(session, "broker", "listConnectionsAsJSON")) {
                addresses.put(
                        known.path("connectionID").asText(),
                        known.path("clientAddress").asText());
            }
            Map<String, Member> owners = new TreeMap<>();
            for (JsonNode group : ask(session, "queue.RoutingEngine", "listGroupsAsJSON")) {
                String address =
                        addresses.getOrDefault(group.path("connectionID").asText(), "");
                memberAt(address)
                        .ifPresent(member -> owners.put(group.path("groupID").asText(), member));
            }
            return owners;
        } catch (Exception e) {
            throw new IOException("the broker doesn't say who has which MRD", e);
        }
    }

    private Optional<Member> memberAt(String clientAddress) {
        if (site.members().size() == 1) {
            return Optional.of(site.members().get(0));
        }
        if (clientAddress.isEmpty()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(clientAddress.substring(clientAddress.lastIndexOf(':') + 1));
        return site.members().stream()
                .filter(member -> member.wire() != null && member.wire().comesOutOf(port))
                .findFirst();
    }

    private static JsonNode ask(ClientSession session, String resource, String operation) throws Exception {
        try (ClientRequestor requestor = new ClientRequestor(session, "activemq.management")) {
            ClientMessage question = session.createMessage(false);
            ManagementHelper.putOperationInvocation(question, resource, operation);
            ClientMessage answer = requestor.request(question, 5000);
            if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
                throw new IOException(operation + " of " + resource + " failed");
            }
            return JSON.readTree(String.valueOf(ManagementHelper.getResult(answer)));
        }
    }
}
