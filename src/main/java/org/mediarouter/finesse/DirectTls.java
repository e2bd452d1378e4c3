package org.mediarouter.finesse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets that are encrypted from the first byte, and whose peer must be the host of its certificate. */
final class DirectTls extends SocketFactory {
    private final SSLSocketFactory factory;

    DirectTls(SSLSocketFactory factory) {
        this.factory = factory;
    }

    private static Socket verified(Socket socket) {
        SSLSocket secure = (SSLSocket) socket;
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        return secure;
    }

    @Override
    public Socket createSocket() throws IOException {
        return verified(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return verified(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return verified(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return verified(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return verified(factory.createSocket(host, port, local, localPort));
    }
}
