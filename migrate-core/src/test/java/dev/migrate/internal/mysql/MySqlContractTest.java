package dev.migrate.internal.mysql;

import dev.migrate.provider.CommitTokensContract;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviderContract;
import dev.migrate.provider.DdlAdvisorContract;
import dev.migrate.provider.DefinitionParserContract;
import dev.migrate.provider.EffectProbeContract;
import dev.migrate.provider.ErrorClassifierContract;
import dev.migrate.provider.HistoryStoreContract;
import dev.migrate.provider.MigrationLockContract;
import dev.migrate.provider.NormalizerContract;
import dev.migrate.provider.SchemaReaderContract;
import dev.migrate.provider.ScratchDatabasesContract;
import dev.migrate.provider.ScriptDialectContract;
import dev.migrate.provider.ScriptFrameContract;
import dev.migrate.provider.SessionControlContract;
import dev.migrate.provider.SessionMonitorContract;
import dev.migrate.provider.SqlRendererContract;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contracts of the SPI, on each server. */
class MySqlContractTest {

    private static final DatabaseProvider PROVIDER = new MySqlProvider();

    @Nested
    class Provider extends DatabaseProviderContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Renderer extends SqlRendererContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Scripts extends ScriptDialectContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Reader extends SchemaReaderContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class NormalForm extends NormalizerContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Scratch extends ScratchDatabasesContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Advisor extends DdlAdvisorContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Definitions extends DefinitionParserContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Session extends SessionControlContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Lock extends MigrationLockContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class History extends HistoryStoreContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Errors extends ErrorClassifierContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Frame extends ScriptFrameContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Probe extends EffectProbeContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }
    }

    @Nested
    class Monitor extends SessionMonitorContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }

        /** The instrument for metadata locks is enabled by default since MySQL 8.0. */
        @Override
        protected boolean showsLockBlockers(TestDatabase database) {
            return !database.server().isMariaDb()
                    && !database.server().version().startsWith("5.");
        }
    }

    @Nested
    class Tokens extends CommitTokensContract {
        @Override
        protected DatabaseProvider provider() {
            return PROVIDER;
        }

        @Override
        protected boolean acceptsTokens(TestDatabase database) {
            return database.query("SHOW GLOBAL VARIABLES LIKE 'gtid_mode'").equals(List.of(List.of("gtid_mode", "ON")));
        }
    }
}
