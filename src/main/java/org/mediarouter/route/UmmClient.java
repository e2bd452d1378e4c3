package org.mediarouter.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * How UMM is spoken to: {@code httpClientConfigurer=#class:org.mediarouter.route.UmmClient}. Each request goes out once (the
 * client library of itself sends again what was answered with 429 or 503, and a second wrong password could lock an
 * account), and an answer ends at 1 MB, whatever its length is said to be, or at as many bytes as are given:
 * {@code #class:org.mediarouter.route.UmmClient(16000000)}.
 */
public final class UmmClient implements HttpClientConfigurer {
    private static final int LARGEST = 1024 * 1024;

    private final int largest;

    public UmmClient() {
        this(LARGEST);
    }

    /** @param largest how many bytes an answer may have */
    public UmmClient(int largest) {
        this.largest = largest;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                // What unpacks would do so after the count.
                .disableContentCompression()
                .addResponseInterceptorLast((response, details, context) -> {
                    if (response instanceof ClassicHttpResponse classic && classic.getEntity() != null) {
                        classic.setEntity(new Limited(classic, classic.getEntity(), largest));
                    }
                });
    }

    /** An answer that is given up where it is too long, and its connection with it. */
    private static final class Limited extends HttpEntityWrapper {
        private final ClassicHttpResponse response;
        private final int largest;

        Limited(ClassicHttpResponse response, HttpEntity entity, int largest) {
            super(entity);
            this.response = response;
            this.largest = largest;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                private long count;

                @Override
                public int read() throws IOException {
                    return counted(super.read(), 1);
                }

                @Override
                public int read(byte[] to, int from, int length) throws IOException {
                    int got = super.read(to, from, length);
                    return counted(got, got);
                }

                private int counted(int result, int bytes) throws IOException {
                    count += result < 0 ? 0 : bytes;
                    if (count > largest) {
                        response.close();
                        throw new IOException("UMM's answer is longer than " + largest + " bytes");
                    }
                    return result;
                }
            };
        }
    }
}
