package dev.migrate;

import dev.migrate.diff.ObjectKind;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.codegen.SourceWriter;
import dev.migrate.internal.engine.Database;
import dev.migrate.internal.engine.LoggingListener;
import dev.migrate.internal.engine.MigrationRenderer;
import dev.migrate.internal.engine.RunOptions;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.internal.load.InstanceFactory;
import dev.migrate.internal.load.LoadedMigration;
import dev.migrate.internal.load.LoadedSources;
import dev.migrate.internal.load.MigrationLoader;
import dev.migrate.internal.load.SourceLoader;
import dev.migrate.migration.Migration;
import dev.migrate.model.Model;
import dev.migrate.operation.DefaultNames;
import dev.migrate.operation.NamingConvention;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Says what a {@link Migrator} works with. Not thread-safe. */
public final class MigratorBuilder {

    /** The name of Alembic's version table, and of ours. */
    private static final String DEFAULT_VERSION_TABLE = "alembic_version";

    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration DEFAULT_TABLE_TIMEOUT = Duration.ofSeconds(60);

    private final List<LoadedMigration> migrations = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<LoadedSources> sources = new ArrayList<>();
    private String versionTable = DEFAULT_VERSION_TABLE;
    private Duration lockTimeout = DEFAULT_LOCK_TIMEOUT;
    private Duration tableTimeout = DEFAULT_TABLE_TIMEOUT;
    private Duration idleTimeout = RunOptions.IDLE_TIMEOUT;
    private final List<RunListener> listeners = new ArrayList<>();
    private @Nullable Model model;
    private BiPredicate<ObjectKind, String> included = (kind, name) -> true;
    private NamingConvention naming = new DefaultNames();
    private boolean hasTokens;
    private @Nullable DataSource dataSource;

    MigratorBuilder() {}

    /**
     * Says where connections come from. It stays the caller's: it is never closed here. Without it, the migrator answers
     * only what it can without a database.
     *
     * @param source the source of connections; their URL must name the database
     * @return this builder
     */
    public MigratorBuilder dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /**
     * Uses one connection, which is there already, for everything. It stays the caller's: it is never closed here, and
     * after each call it has the settings that it came with. Calls have to follow each other, since a connection is for
     * one thread at a time; and if it is lost, there is no other one to go on with.
     *
     * @param connection the connection, in autocommit mode and without an open transaction; its URL must name the database
     * @return this builder
     */
    public MigratorBuilder connection(Connection connection) {
        return dataSource(new SingleConnectionDataSource(Objects.requireNonNull(connection, "connection")));
    }

    /**
     * Tells whether somebody has said where connections come from.
     *
     * @return whether there is a {@code DataSource}
     */
    public boolean hasDataSource() {
        return dataSource != null;
    }

    /**
     * Adds migrations that are there already.
     *
     * @param instances the migrations; their classes carry {@link dev.migrate.migration.Revision}
     * @return this builder
     * @throws InvalidMigrationException if one has no revision
     */
    public MigratorBuilder migrations(Migration... instances) {
        for (Migration instance : instances) {
            migrations.add(MigrationLoader.load(instance));
        }
        return this;
    }

    /**
     * Adds migrations by their classes, which need a constructor without parameters.
     *
     * @param classes the classes; each implements {@link Migration} and carries
     *     {@link dev.migrate.migration.Revision}
     * @return this builder
     * @throws InvalidMigrationException if one is not usable
     */
    public MigratorBuilder migrationClasses(Class<?>... classes) {
        for (Class<?> type : classes) {
            migrations.add(MigrationLoader.load(type));
        }
        return this;
    }

    /**
     * Adds the migrations of a package and of the packages below it, found with the class loader of the current thread.
     *
     * @param packageName the package
     * @return this builder
     * @throws InvalidMigrationException if there is none, or one is not usable
     */
    public MigratorBuilder scan(String packageName) {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return scan(packageName, ofThread == null ? Migrator.class.getClassLoader() : ofThread);
    }

    /**
     * Adds the migrations of a package and of the packages below it.
     *
     * @param packageName the package
     * @param classLoader where to look for it
     * @return this builder
     * @throws InvalidMigrationException if there is none, or one is not usable
     */
    public MigratorBuilder scan(String packageName, ClassLoader classLoader) {
        migrations.addAll(MigrationLoader.scan(packageName, classLoader));
        return this;
    }

    /**
     * Adds the migrations whose sources stand in a folder and in those below it. They are compiled in memory, which needs
     * a JDK; what comes of it is kept in the user's cache folder ({@code XDG_CACHE_HOME}, or {@code .cache} in the home
     * folder), so that the same sources are compiled once. In an application, compiled classes are better.
     *
     * @param folder the folder; it may have no sources yet
     * @return this builder
     * @throws InvalidMigrationException if there is no such folder, a source does not compile, or a migration is not usable
     */
    public MigratorBuilder sources(Path folder) {
        return sources(folder, MigratorBuilder.class.getClassLoader());
    }

    /**
     * Adds the migrations whose sources stand in a folder and in those below it, as {@link #sources(Path)} does.
     *
     * @param folder the folder; it may have no sources yet
     * @param parent whose classes the sources may use, beside those of the class path
     * @return this builder
     * @throws InvalidMigrationException if there is no such folder, a source does not compile, or a migration is not usable
     */
    public MigratorBuilder sources(Path folder, ClassLoader parent) {
        LoadedSources loaded = SourceLoader.load(folder, parent);
        sources.add(loaded);
        migrations.addAll(loaded.migrations());
        folders.add(folder);
        return this;
    }

    /**
     * Makes an instance of a class that is known by its name only, say an {@code Environment} or a {@link Model} that a
     * configuration names: one of a folder whose {@linkplain #sources(Path) sources} were added, which need not be a
     * migration, or else one of the class path. It adds nothing by itself.
     *
     * @param className the name of the class, with its package; it needs a constructor without parameters
     * @param type what it has to be
     * @param classLoader where to look for it if it is not among the sources
     * @param <T> what it has to be
     * @return the instance
     * @throws SourceException if there is no such class, it is something else, or it cannot be made
     */
    public <T> T instance(String className, Class<T> type, ClassLoader classLoader) {
        return InstanceFactory.of(className, type, classLoader, sources);
    }

    /**
     * Adds the migrations of a package and of the packages below it, if there are any: for a program that writes the first
     * one.
     *
     * @param packageName the package
     * @param classLoader where to look for it
     * @return this builder
     * @throws InvalidMigrationException if one is not usable
     */
    public MigratorBuilder scanIfPresent(String packageName, ClassLoader classLoader) {
        migrations.addAll(MigrationLoader.find(packageName, classLoader));
        return this;
    }

    /**
     * Names the table that says what is applied; without it, {@code alembic_version}.
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
     * Says how long to wait while somebody else migrates the same database; without it, 60 seconds.
     *
     * @param timeout the longest wait, counted in whole seconds; zero for none
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MigratorBuilder lockTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The lock cannot be waited for during " + timeout + ".");
        }
        lockTimeout = timeout;
        return this;
    }

    /**
     * Says how long a change of a table waits while somebody uses the table; without it, 60 seconds. It waits for a few
     * seconds at a time, because everybody who comes later queues up behind it meanwhile, and comes back after a pause.
     *
     * @param timeout the longest wait, all tries together; zero for one try
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MigratorBuilder tableTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("A table cannot be waited for during " + timeout + ".");
        }
        tableTimeout = timeout;
        return this;
    }

    /** Says after how long without a command the server ends the session of a run; for tests that cannot wait. */
    MigratorBuilder idleTimeout(Duration timeout) {
        idleTimeout = timeout;
        return this;
    }

    /**
     * Gives each statement that commits by itself a global transaction id, which MySQL commits together with it. With
     * them a run that died knows of every single statement whether it was carried out, also of those that leave nothing
     * to be seen; without them, which is how it is by default, such a statement has to be resolved by hand.
     *
     * <p>They need MySQL with {@code gtid_mode=ON}, and the privilege {@code SESSION_VARIABLES_ADMIN} or
     * {@code REPLICATION_APPLIER}; they cost one more commit and two more commands for each statement, and one more
     * source in {@code gtid_executed}. Elsewhere a run fails before it changes anything.
     *
     * @param isWanted whether to use them
     * @return this builder
     */
    public MigratorBuilder gtidTokens(boolean isWanted) {
        hasTokens = isWanted;
        return this;
    }

    /**
     * Adds somebody who is told what a run does while it does it.
     *
     * @param listener is called on the thread of the run
     * @return this builder
     */
    public MigratorBuilder listener(RunListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Says how indexes and constraints are named whose migrations leave the name out; without it, by
     * {@link DefaultNames}. A convention that changes later must still find what it has named before.
     *
     * @param convention names them
     * @return this builder
     */
    public MigratorBuilder naming(NamingConvention convention) {
        naming = convention;
        return this;
    }

    /**
     * Says which schema is wanted, for {@link Authoring#diff()} and {@link Authoring#autogenerate}.
     *
     * @param wanted the model
     * @return this builder
     */
    public MigratorBuilder model(Model wanted) {
        model = Objects.requireNonNull(wanted, "wanted");
        return this;
    }

    /**
     * Tells whether somebody has said which schema is wanted.
     *
     * @return whether there is a model
     */
    public boolean hasModel() {
        return model != null;
    }

    /**
     * Leaves objects out of comparisons: tables of another application, for instance. May be called several times; what
     * one filter refuses is left out.
     *
     * @param filter tells by kind and name which objects are compared
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
     * @throws InvalidMigrationException if two classes have one id
     * @throws RevisionException if the revisions do not make a graph, for instance because a parent does not exist
     */
    public Migrator build() {
        MigrationRenderer renderer = MigrationRenderer.of(migrations, naming);
        List<RevisionNode> revisions = new ArrayList<>();
        List<String> classNames = new ArrayList<>();
        for (LoadedMigration migration : migrations) {
            revisions.add(migration.revision());
            classNames.add(migration.simpleName());
        }
        RevisionGraph graph = RevisionGraph.of(revisions);
        Database database = new Database(
                dataSource,
                versionTable,
                new RunOptions(
                        lockTimeout,
                        tableTimeout,
                        idleTimeout,
                        hasTokens,
                        !listeners.isEmpty(),
                        new LoggingListener(listeners)));
        SourceWriter writer = new SourceWriter(graph, classNames);
        Authoring authoring = new Authoring(database, graph, renderer, writer, folders, model, included);
        return new Migrator(database, graph, renderer, authoring);
    }
}
