package org.mediarouter.route;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** What calls a route from outside the routes: made when it is first asked for, since those who call are made before Camel. */
final class LateTemplate {
    private final Supplier<CamelContext> camel;
    private @Nullable ProducerTemplate template;

    LateTemplate(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    synchronized ProducerTemplate get() {
        ProducerTemplate known = template;
        if (known == null) {
            known = camel.get().createProducerTemplate();
            template = known;
        }
        return known;
    }
}
