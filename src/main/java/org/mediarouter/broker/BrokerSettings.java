package org.mediarouter.broker;

import java.nio.file.Path;

/**
 * What an embedded broker is started from.
 *
 * @param configuration the broker's XML file (addresses, address settings, rights)
 * @param users properties file, user = password or ENC(hash)
 * @param roles properties file, role = users with commas
 * @param data the directory for journal, paged and large messages; made where absent
 * @param host the address that clients connect to
 * @param port its port; 0 takes a free one
 * @param watchDisk whether senders are held up when the disk is nearly full (not in tests: they don't own the disk)
 */
public record BrokerSettings(
        Path configuration, Path users, Path roles, Path data, String host, int port, boolean watchDisk) {}
