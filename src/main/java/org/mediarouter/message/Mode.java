package org.mediarouter.message;

/** How an agent signs in: against our own directory or UMM, or as an agent of a contact centre (protocol, row 1). */
public enum Mode {
    STANDALONE,
    CC
}
