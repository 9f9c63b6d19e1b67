package dev.migrate;

/**
 * What a project says in Java to everybody who migrates its database: the command line, its tests, the application. The
 * command line finds the class by the key {@code environment} of {@code migrate.properties}, or by the option
 * {@code --environment}, on the class path or as a source beside the migrations. It needs a constructor without
 * parameters.
 *
 * <pre>{@code
 * public final class ProjectEnvironment implements Environment {
 *     @Override
 *     public void configure(MigratorBuilder builder) {
 *         MysqlDataSource dataSource = new MysqlDataSource();
 *         dataSource.setUrl(System.getenv("DATABASE_URL"));
 *         builder.dataSource(dataSource)
 *                 .model(EntityModel.builder().scan("com.example.domain").build())
 *                 .include((kind, name) -> !name.startsWith("legacy_"))
 *                 .naming(new HouseNames())
 *                 .listener(new RunListener() {
 *                     @Override
 *                     public void stepStarted(Step step, int done, int statements) {
 *                         Maintenance.begin();
 *                     }
 *
 *                     @Override
 *                     public void stepDone(CompletedStep step) {
 *                         Maintenance.end();
 *                     }
 *                 });
 *     }
 * }
 * }</pre>
 *
 * <p>On the command line, what is said later wins:
 *
 * <ol>
 *   <li>{@code migrate.properties}: first the plain keys, then those of the environment that {@code --env} names;
 *   <li>this class;
 *   <li>the options of the command: {@code --url} takes the place of its {@code DataSource}, and {@code --entities},
 *       {@code --schema} or {@code --model} that of its model.
 * </ol>
 *
 * <p>Migrations, filters and listeners add up. What this class says is never asked for twice: with a {@code DataSource}
 * from here, no URL and no password is needed.
 */
@FunctionalInterface
public interface Environment {

    /**
     * Says what a migrator works with. It is called once for each migrator, also for one that will not touch the
     * database; so it should open no connection.
     *
     * @param builder the builder of the migrator, which knows the migrations of the configuration already
     */
    void configure(MigratorBuilder builder);
}
