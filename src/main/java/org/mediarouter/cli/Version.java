package org.mediarouter.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = MediaRouter.class.getPackage().getImplementationVersion();
        return new String[] {"media-router " + (version == null ? "(not packaged)" : version)};
    }
}
