package org.mediarouter.fakefinesse;

/** Where changes of agents are told. */
interface Notices {
    /**
     * @param node the pubsub node
     * @param event POST, PUT or DELETE
     * @param data the content of {@code data}
     */
    void tell(String node, String source, String event, String requestId, String data);
}
