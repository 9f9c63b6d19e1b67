package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.migration.Migration;
import dev.migrate.spring.boot.MigrateDescriptor.JournalEntry;
import dev.migrate.spring.boot.MigrateDescriptor.RevisionDescriptor;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The actuator endpoint. */
class ActuatorTest {

    private static final RevisionDescriptor FIRST = new RevisionDescriptor("001", "customers");
    private static final RevisionDescriptor SECOND = new RevisionDescriptor("002", "customers have an e-mail address");

    private static ApplicationContextRunner shop(TestDatabase database) {
        return MigrateAutoConfigurationTest.shop(database)
                .withConfiguration(AutoConfigurations.of(MigrateEndpointAutoConfiguration.class))
                .withPropertyValues("management.endpoints.web.exposure.include=migrate");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theEndpointShowsTheStateOfTheDatabase(TestDatabase database) {
        shop(database).run(context -> {
            MigrateDescriptor state = context.getBean(MigrateEndpoint.class).migrate();

            assertThat(state.heads()).containsExactly(SECOND);
            assertThat(state.current()).containsExactly(SECOND);
            assertThat(state.pending()).isEmpty();
            assertThat(state.interrupted()).isNull();
            assertThat(state.journal()).extracting(JournalEntry::revision).containsExactly("002", "001");
            assertThat(state.journal()).extracting(JournalEntry::state).containsOnly("done");
            assertThat(state.journal()).allSatisfy(entry -> {
                assertThat(entry.action()).isEqualTo("up");
                assertThat(entry.elapsed()).isNotNull();
                assertThat(entry.account()).contains("@");
            });

            context.getBean(Migrator.class).downgrade("base");
            state = context.getBean(MigrateEndpoint.class).migrate();
            assertThat(state.current()).isEmpty();
            assertThat(state.pending()).containsExactly(FIRST, SECOND);
            assertThat(state.journal()).extracting(JournalEntry::action).containsExactly("down", "down", "up", "up");
        });
    }

    @DatabaseTest(one = true)
    void theEndpointShowsAnInterruptedStepAndItsRemedy(TestDatabase database) {
        shop(database)
                .withBean(Migration.class, StartupFailureTest.Broken::new)
                .run(context -> assertThat(context).hasFailed());

        shop(database)
                .withBean(Migration.class, StartupFailureTest.Broken::new)
                .withPropertyValues("migrate.on-startup=none")
                .run(context -> {
                    MigrateDescriptor state =
                            context.getBean(MigrateEndpoint.class).migrate();
                    assertThat(state.interrupted())
                            .extracting("revision", "action", "statements", "done", "remedy")
                            .containsExactly("003", "up", 2, 1, "Resume it with upgrade, or revert it with abort.");
                    assertThat(state.journal().get(0).state()).isEqualTo("failed");
                });
    }

    @DatabaseTest(one = true)
    void theEndpointIsOffUnlessItIsExposed(TestDatabase database) {
        shop(database)
                .withPropertyValues("management.endpoints.web.exposure.include=health")
                .run(context -> assertThat(context).doesNotHaveBean(MigrateEndpoint.class));
        shop(database)
                .withPropertyValues("management.endpoint.migrate.access=NONE")
                .run(context -> assertThat(context).doesNotHaveBean(MigrateEndpoint.class));
    }
}
