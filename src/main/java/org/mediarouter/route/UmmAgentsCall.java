package org.mediarouter.route;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.mediarouter.directory.UmmAgentList;
import org.mediarouter.directory.UmmAgents;

/** Asks the route {@code routes/umm-agents.camel.yaml}: nothing goes in, a JSON list of agents or an exception comes out. */
public final class UmmAgentsCall implements UmmAgents {
    /** Where the route begins. */
    public static final String ENDPOINT = "direct:umm-agents";

    private final LateTemplate template;

    public UmmAgentsCall(Supplier<CamelContext> camel) {
        template = new LateTemplate(camel);
    }

    @Override
    public Answer ask() {
        Exchange said = template.get().request(ENDPOINT, exchange -> {});
        Exception failure = said.getException();
        if (failure != null) {
            return new Answer.Unavailable(why(failure));
        }
        try {
            byte[] body = said.getMessage().getBody(byte[].class);
            return body == null ? new Answer.Unavailable("its answer is empty") : UmmAgentList.read(body);
        } catch (TypeConversionException e) {
            return new Answer.Unavailable(why(e));
        }
    }

    /** Without what UMM sent. */
    private static String why(Exception failure) {
        if (failure instanceof HttpOperationFailedException answered) {
            return "it answered with status " + answered.getStatusCode();
        }
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CamelExecutionException || cause instanceof RuntimeException)) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
