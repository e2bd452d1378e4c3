package org.mediarouter.chaos;

/** What stands beside the nodes. */
enum Layout {
    EMBEDDED("H2, broker embedded"),
    BROKER("PostgreSQL, broker apart"),
    BROKER_PAIR("PostgreSQL, pair of brokers");

    private final String description;

    Layout(String description) {
        this.description = description;
    }

    @Override
    public String toString() {
        return description;
    }
}
