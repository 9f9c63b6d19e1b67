package dev.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrate.event.RunListener;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class KeepAliveListenerTest {

    /** Every method has a default, so the compiler would not notice a missing one. */
    @Test
    void passesEveryEvent() {
        assertThat(RunListener.class.getDeclaredMethods()).hasSizeGreaterThan(5);
        for (Method event : RunListener.class.getDeclaredMethods()) {
            assertThatCode(() -> KeepAliveListener.class.getDeclaredMethod(event.getName(), event.getParameterTypes()))
                    .doesNotThrowAnyException();
        }
    }
}
