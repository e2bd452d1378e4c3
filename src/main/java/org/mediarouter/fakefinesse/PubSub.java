package org.mediarouter.fakefinesse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Who has subscribed to which node. The three nodes of an agent's own are subscribed for his bare address by the server;
 * what was subscribed explicitly stays until it is unsubscribed, even when that session has ended.
 */
final class PubSub {
    private static final Pattern NODE = Pattern.compile("/finesse/api/(SystemInfo|(User|Team|Queue)/[^/]+(/.*)?)");

    private final Map<String, Set<String>> subscribed = new ConcurrentHashMap<>();
    private final String domain;
    private final Iterable<String> agents;

    PubSub(String domain, Iterable<String> agents) {
        this.domain = domain;
        this.agents = agents;
    }

    boolean exists(String node) {
        return NODE.matcher(node).matches();
    }

    void subscribe(String node, String address) {
        subscribed.computeIfAbsent(node, name -> ConcurrentHashMap.newKeySet()).add(address);
    }

    /** Whether it had been subscribed. */
    boolean unsubscribe(String node, String address) {
        Set<String> addresses = subscribed.get(node);
        return addresses != null && addresses.remove(address);
    }

    /** Bare and full addresses. */
    List<String> subscribers(String node) {
        List<String> all = new ArrayList<>(subscribed.getOrDefault(node, Set.of()));
        if (node.equals("/finesse/api/SystemInfo")) {
            agents.forEach(agent -> all.add(agent + "@" + domain));
        } else {
            String[] parts = node.split("/", -1);
            boolean own = parts.length == 5 || parts.length == 6 && parts[5].equals("Dialogs");
            if (own && parts[3].equals("User")) {
                all.add(parts[4] + "@" + domain);
            }
        }
        return all;
    }

    /** Nodes by subscribed address, of one user. */
    Map<String, List<String>> of(String bare) {
        Map<String, List<String>> found = new TreeMap<>();
        subscribed.forEach((node, addresses) -> addresses.stream()
                .filter(address -> address.equals(bare) || address.startsWith(bare + "/"))
                .forEach(address ->
                        found.computeIfAbsent(node, name -> new ArrayList<>()).add(address)));
        String user = bare.substring(0, bare.indexOf('@'));
        for (String node : List.of(
                "/finesse/api/User/" + user, "/finesse/api/User/" + user + "/Dialogs", "/finesse/api/SystemInfo")) {
            found.computeIfAbsent(node, name -> new ArrayList<>()).add(bare);
        }
        return found;
    }
}
