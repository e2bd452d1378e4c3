package org.mediarouter.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepNamesIT {
    @Test
    void areThoseThatTheFlowHas() throws Exception {
        try (RoutesFixture routes = new RoutesFixture()) {
            assertThat(StepNames.all()).isEqualTo(routes.steps());
        }
    }
}
