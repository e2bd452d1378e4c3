package org.mediarouter.routing;

/** Is told of each offer just before it is made: the moment at which {@link MrdRouter#explain} shows why. */
public interface OfferObserver {

    void beforeOffer(String taskId, String agentId, long time);
}
