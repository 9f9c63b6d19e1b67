package dev.migrate;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.classpath.ApplicationClassLoader;
import dev.migrate.internal.engine.Database;
import dev.migrate.internal.engine.LoggingListener;
import dev.migrate.internal.engine.MigrationRenderer;
import dev.migrate.internal.engine.RunOptions;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.internal.load.InstanceFactory;
import dev.migrate.internal.load.LoadedMigration;
import dev.migrate.internal.load.LoadedSources;
import dev.migrate.internal.load.MigrationClasses;
import dev.migrate.internal.load.MigrationLoader;
import dev.migrate.internal.load.MigrationSet;
import dev.migrate.internal.load.ScannedPackages;
import dev.migrate.internal.load.SourceLoader;
import dev.migrate.internal.load.VerifiedDowngrades;
import dev.migrate.journal.EditPolicy;
import dev.migrate.migration.Migration;
import dev.migrate.model.Model;
import dev.migrate.operation.DefaultNames;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.ScriptPlaceholders;
import dev.migrate.provider.DdlLimits;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.ObjectKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Migrator}. Not thread-safe. */
public final class MigratorBuilder {

    /** The name of Alembic's version table, which is also the default here. */
    private static final String DEFAULT_VERSION_TABLE = "alembic_version";

    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration DEFAULT_TABLE_TIMEOUT = Duration.ofSeconds(60);

    private final List<MigrationSet> migrations = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<LoadedSources> sources = new ArrayList<>();
    private String versionTable = DEFAULT_VERSION_TABLE;
    private Duration lockTimeout = DEFAULT_LOCK_TIMEOUT;
    private boolean acceptsNewerDatabase = true;
    private boolean acceptsMultiPrimary;
    private EditPolicy editPolicy = EditPolicy.WARN;
    private Duration tableTimeout = DEFAULT_TABLE_TIMEOUT;
    private Duration idleTimeout = RunOptions.IDLE_TIMEOUT;
    private final List<RunListener> listeners = new ArrayList<>();
    private @Nullable Model model;
    private BiPredicate<ObjectKind, String> included = (kind, name) -> true;
    private NamingConvention naming = new DefaultNames();
    private ScriptPlaceholders placeholders = ScriptPlaceholders.NONE;
    private boolean hasTokens;
    private int connectRetries;
    private DdlLimits limits = DdlLimits.NONE;
    private @Nullable DataSource dataSource;
    private boolean requiresVerified;
    private final Map<String, ClassLoader> packages = new LinkedHashMap<>();

    MigratorBuilder() {}

    /**
     * Sets the source of connections, which is never closed here. Without it, only methods that need no database work.
     *
     * @param source the source of connections; their URL must name the database
     * @return this builder
     */
    public MigratorBuilder dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /**
     * Uses an existing connection, which is never closed here. Each call restores its settings. Only one thread at a
     * time may use the migrator, and a run cannot reconnect if the connection is lost.
     *
     * @param connection the connection, in autocommit mode and without an open transaction; its URL must name the
     *     database
     * @return this builder
     */
    public MigratorBuilder connection(Connection connection) {
        return dataSource(new SingleConnectionDataSource(Objects.requireNonNull(connection, "connection")));
    }

    /**
     * Returns whether a source of connections is set.
     *
     * @return true if there is a {@code DataSource} or a connection
     */
    public boolean hasDataSource() {
        return dataSource != null;
    }

    /**
     * Returns the source of connections that is set, for tests on the same server.
     *
     * @return the source, or empty if there is none
     */
    public Optional<DataSource> configuredDataSource() {
        return Optional.ofNullable(dataSource);
    }

    /**
     * Adds migrations as instances.
     *
     * @param instances the migrations; their classes have the annotation {@link dev.migrate.migration.Revision}
     * @return this builder
     * @throws InvalidMigrationException if one has no revision
     */
    public MigratorBuilder migrations(Migration... instances) {
        List<LoadedMigration> loaded = new ArrayList<>();
        for (Migration instance : instances) {
            loaded.add(MigrationLoader.load(instance));
        }
        migrations.add(MigrationSet.of(loaded));
        return this;
    }

    /**
     * Adds migrations by their classes, which need a constructor without parameters. It is called when the migration runs.
     *
     * @param classes the classes; each implements {@link Migration} and has the annotation
     *     {@link dev.migrate.migration.Revision}
     * @return this builder
     * @throws InvalidMigrationException if one is not usable
     */
    public MigratorBuilder migrationClasses(Class<?>... classes) {
        migrations.add(MigrationClasses.of(classes));
        return this;
    }

    /**
     * Adds the migrations of a package and of the packages below it, found with the class loader of the current thread,
     * or with the one of this library if the former cannot load the library.
     *
     * @param packageName the package
     * @return this builder
     * @throws InvalidMigrationException if there is none, or one is not usable
     */
    public MigratorBuilder scan(String packageName) {
        return scan(packageName, ApplicationClassLoader.get());
    }

    /**
     * Adds the migrations of a package and of the packages below it. The classes are not loaded before they run. Another
     * call with the same package and class loader searches again only if a folder, jar or index with the package has
     * changed since.
     *
     * @param packageName the package
     * @param classLoader the class loader of the package
     * @return this builder
     * @throws InvalidMigrationException if there is none, or one is not usable
     */
    public MigratorBuilder scan(String packageName, ClassLoader classLoader) {
        migrations.add(ScannedPackages.require(packageName, classLoader));
        packages.put(packageName, classLoader);
        return this;
    }

    /**
     * Adds the migrations whose sources are in a folder or below it. They are compiled in memory, which needs a JDK.
     * The classes are cached in the user's cache folder ({@code XDG_CACHE_HOME}, or {@code .cache} in the home folder),
     * so that unchanged sources are compiled once. Applications should use compiled classes.
     *
     * @param folder the folder; it may have no sources yet
     * @return this builder
     * @throws InvalidMigrationException if there is no such folder, a source does not compile, or a migration is not
     *     usable
     */
    public MigratorBuilder sources(Path folder) {
        return sources(folder, MigratorBuilder.class.getClassLoader());
    }

    /**
     * Adds the migrations whose sources are in a folder or below it, as {@link #sources(Path)} does.
     *
     * @param folder the folder; it may have no sources yet
     * @param parent the class loader of further classes that the sources use
     * @return this builder
     * @throws InvalidMigrationException if there is no such folder, a source does not compile, or a migration is not
     *     usable
     */
    public MigratorBuilder sources(Path folder, ClassLoader parent) {
        LoadedSources loaded = SourceLoader.load(folder, parent);
        sources.add(loaded);
        migrations.add(MigrationSet.of(loaded.migrations()));
        folders.add(folder);
        return this;
    }

    /**
     * Instantiates a class by name, for example an {@code Environment} or a {@link Model} named in a configuration: a
     * class from the {@linkplain #sources(Path) sources} that were added, or from the class path. It is not added to
     * the builder.
     *
     * @param className the name of the class, with its package; it needs a constructor without parameters
     * @param type the type that it must have
     * @param classLoader the class loader to use if the class is not among the sources
     * @param <T> the type
     * @return the instance
     * @throws SourceException if there is no such class, it has another type, or it cannot be instantiated
     */
    public <T> T instance(String className, Class<T> type, ClassLoader classLoader) {
        return InstanceFactory.of(className, type, classLoader, sources);
    }

    /**
     * Adds the migrations of a package and of the packages below it if there are any: for a program that
     * writes the first one.
     *
     * @param packageName the package
     * @param classLoader the class loader of the package
     * @return this builder
     * @throws InvalidMigrationException if one is not usable
     */
    public MigratorBuilder scanIfPresent(String packageName, ClassLoader classLoader) {
        migrations.add(ScannedPackages.find(packageName, classLoader));
        packages.put(packageName, classLoader);
        return this;
    }

    /**
     * Sets the name of the version table; the default is {@code alembic_version}.
     *
     * @param name letters, digits and underscores, 64 at most
     * @return this builder
     * @throws IllegalArgumentException if the name has other characters
     */
    public MigratorBuilder versionTable(String name) {
        versionTable = Database.requireTableName(name);
        return this;
    }

    /**
     * Sets how long to wait while another run is migrating the database; the default is 60 seconds.
     *
     * @param timeout the maximum wait, in whole seconds; zero for none
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MigratorBuilder lockTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The lock timeout must not be negative, but is " + timeout + ".");
        }
        lockTimeout = timeout;
        return this;
    }

    /**
     * Sets how long a DDL statement waits for a table in use; the default is 60 seconds. Each attempt waits for a few
     * seconds only, because later statements on the table queue behind it, and is repeated after a pause.
     *
     * @param timeout the maximum wait of all attempts together; zero for one attempt
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MigratorBuilder tableTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The table timeout must not be negative, but is " + timeout + ".");
        }
        tableTimeout = timeout;
        return this;
    }

    /**
     * Sets how often an attempt to connect is repeated if the server cannot be reached; the default is 0. Other failures,
     * such as a wrong password, are never repeated. The pauses are 1, 2, 4, 8, 16 and then 30 seconds. Each retry is
     * reported to the listeners and logged. An interrupt of the thread ends the pause.
     *
     * @param retries the maximum number of attempts after the first one
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MigratorBuilder connectRetries(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("The number of retries must not be negative, but is " + retries + ".");
        }
        connectRetries = retries;
        return this;
    }

    /** Sets the time without a command after which the server ends the session of a run; for tests. */
    MigratorBuilder idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    /**
     * Assigns a token to each statement that commits implicitly; the server commits both together. After a crash, the
     * outcome of every statement is then known, even if its effect cannot be observed. Without tokens, which is the
     * default, the outcome of such a statement has to be resolved manually.
     *
     * <p>Tokens are global transaction ids. They require a server with {@code gtid_mode=ON} and the privilege {@code
     * SESSION_VARIABLES_ADMIN} or {@code REPLICATION_APPLIER}, and cost one more commit and two more commands per
     * statement, and one more source in {@code gtid_executed}. Otherwise a run fails before it changes anything.
     *
     * @param isWanted whether to use them
     * @return this builder
     */
    public MigratorBuilder gtidTokens(boolean isWanted) {
        hasTokens = isWanted;
        return this;
    }

    /**
     * Sets whether an upgrade accepts a database that is ahead of this code: a newer version of the application has applied
     * revisions that this one does not contain. During a rolling deployment, or after the application was rolled back, older
     * instances must be able to start. The default is true: the upgrade logs a warning and applies what is pending.
     *
     * <p>Ids in the version table that the journal does not connect with this code are never accepted.
     *
     * @param isAccepted false to throw a {@link dev.migrate.error.RevisionException} instead
     * @return this
     */
    public MigratorBuilder acceptNewerDatabase(boolean isAccepted) {
        acceptsNewerDatabase = isAccepted;
        return this;
    }

    /**
     * States that all runs on a cluster connect to the same server. The migration lock is held on one server; if several
     * servers accept writes (Galera with more than one member, Group Replication in multi-primary mode), runs on two of
     * them could migrate the database at the same time. The default is false: a run on such a cluster fails before it
     * changes anything. A run with nothing to do succeeds.
     *
     * @param isAccepted true if all runs connect to the same server
     * @return this builder
     */
    public MigratorBuilder acceptMultiPrimary(boolean isAccepted) {
        acceptsMultiPrimary = isAccepted;
        return this;
    }

    /**
     * Limits what statements may do to tables: the most expensive algorithm, the most restrictive lock, and the number of
     * rows above which a table is only changed instantly. The statements run with clauses for it, so that the server itself
     * rejects one that would exceed the limits; it is not done then, and the run fails with a
     * {@link dev.migrate.error.StatementFailedException}. The default is {@link DdlLimits#NONE}. A migration can have
     * {@linkplain dev.migrate.migration.LimitDdl limits of its own}. Tables without rows are not subject to limits.
     *
     * @param limits the limits of migrations without limits of their own
     * @return this builder
     */
    public MigratorBuilder limitDdl(DdlLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * Sets the reaction of a run to applied migrations that have changed since they ran; the default is to warn. They are
     * compared with the statements in the journal before the first statement of a run that changes something. A run with
     * nothing to do compares nothing. {@link Migrator#check()} reports them as well.
     *
     * @param policy the reaction
     * @return this builder
     */
    public MigratorBuilder editedMigrations(EditPolicy policy) {
        editPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets whether a downgrade requires that each of its steps was verified; the default is false. The verified steps are
     * listed in the file {@code verified-downgrades.txt} of each folder of {@linkplain #sources(Path) sources} and each
     * {@linkplain #scan(String) package}, which {@link Authoring#recordVerified} writes. If the statements of a step, or those
     * of the upgrade that it reverts, are not those that were verified on the product of the server, the downgrade fails
     * before it changes anything. Rollbacks with {@link Migrator#abort()} are not affected.
     *
     * @param isRequired whether it is required
     * @return this builder
     */
    public MigratorBuilder requireVerified(boolean isRequired) {
        requiresVerified = isRequired;
        return this;
    }

    /**
     * Adds a listener to the events of runs.
     *
     * @param listener the listener, which is called on the thread of the run
     * @return this builder
     */
    public MigratorBuilder listener(RunListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Sets the names of indexes and constraints that migrations do not name; the default is {@link DefaultNames}. A
     * convention must not change for objects that exist already.
     *
     * @param convention the naming convention
     * @return this builder
     */
    public MigratorBuilder naming(NamingConvention convention) {
        naming = convention;
        return this;
    }

    /**
     * Sets the value of the placeholder <code>${name}</code> in the SQL files of migrations. It is replaced outside of
     * comments and quotes. <code>$${name}</code> stands for the text <code>${name}</code>. Without any placeholder,
     * nothing is replaced; with one, a placeholder without a value is an error before anything runs. The journal contains
     * the statements after the replacement.
     *
     * @param name letters, digits, underscores, dots and hyphens
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if the name has other characters
     */
    public MigratorBuilder placeholder(String name, String value) {
        placeholders = placeholders.with(name, value, false);
        return this;
    }

    /**
     * Sets the value of a placeholder, as {@link #placeholder} does, which is replaced in quoted text as well. The value is
     * inserted as it is.
     *
     * @param name letters, digits, underscores, dots and hyphens
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if the name has other characters
     */
    public MigratorBuilder placeholderInQuotes(String name, String value) {
        placeholders = placeholders.with(name, value, true);
        return this;
    }

    /**
     * Sets the model of the target schema, for {@link Authoring#diff()} and {@link Authoring#autogenerate}.
     *
     * @param wanted the model
     * @return this builder
     */
    public MigratorBuilder model(Model wanted) {
        model = Objects.requireNonNull(wanted, "wanted");
        return this;
    }

    /**
     * Returns whether a model is set.
     *
     * @return true if there is a model
     */
    public boolean hasModel() {
        return model != null;
    }

    /**
     * Limits comparisons to some objects, for instance to exclude the tables of another application. With several
     * filters, an object must pass all of them.
     *
     * @param filter accepts objects by kind and name
     * @return this builder
     */
    public MigratorBuilder include(BiPredicate<ObjectKind, String> filter) {
        included = included.and(filter);
        return this;
    }

    /**
     * Builds the migrator. The database is not touched.
     *
     * @return the migrator
     * @throws InvalidMigrationException if two classes have one id, or if verified downgrades are required and their file
     *     cannot be read
     * @throws RevisionException if the revisions do not form a graph, for instance because a parent does not exist
     */
    public Migrator build() {
        MigrationSet all = MigrationSet.union(migrations);
        RevisionGraph graph = all.graph();
        MigrationRenderer renderer = new MigrationRenderer(all, naming, placeholders, limits);
        Database database = new Database(
                dataSource,
                versionTable,
                new RunOptions(
                        lockTimeout,
                        tableTimeout,
                        idleTimeout,
                        hasTokens,
                        !listeners.isEmpty(),
                        connectRetries,
                        acceptsNewerDatabase,
                        acceptsMultiPrimary,
                        editPolicy,
                        new LoggingListener(listeners)));
        @Nullable VerifiedDowngrades verified = requiresVerified ? VerifiedDowngrades.in(folders, packages) : null;
        return new Migrator(database, graph, renderer, new AuthoringSettings(all, folders, model, included), verified);
    }
}
