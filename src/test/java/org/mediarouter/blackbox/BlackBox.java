package org.mediarouter.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests what they ask for: the one node, a Chat Server of their own, an operator. What a test leaves open is closed
 * after it; after each class nothing may have been given up.
 */
final class BlackBox implements ParameterResolver, AfterAllCallback {
    private static final Namespace SUITE = Namespace.create(BlackBox.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == NodeFixture.class || type == Chat.class || type == Operator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        NodeFixture node = node(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == NodeFixture.class) {
            return node;
        }
        return context.getStore(Namespace.create(BlackBox.class, context.getUniqueId()))
                .getOrComputeIfAbsent(type, asked -> {
                    try {
                        return asked == Chat.class ? node.chat() : node.operator();
                    } catch (Exception e) {
                        throw new IllegalStateException("can't connect to the node", e);
                    }
                });
    }

    private static NodeFixture node(ExtensionContext context) {
        return context.getRoot()
                .getStore(SUITE)
                .getOrComputeIfAbsent(
                        NodeFixture.class,
                        none -> {
                            try {
                                return new NodeFixture();
                            } catch (Exception e) {
                                throw new IllegalStateException("the node can't start", e);
                            }
                        },
                        NodeFixture.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        try (Operator operator = node(context).operator()) {
            assertThat(operator.inQueue("DLQ")).as("given up").isEmpty();
        }
    }
}
