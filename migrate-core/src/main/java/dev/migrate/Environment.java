package dev.migrate;

/**
 * The configuration of a project's migrations in Java, shared by the command line, the tests and the application. The
 * command line finds the class by the key {@code environment} of {@code migrate.properties}, or by the option
 * {@code --environment}, on the class path or as a source file next to the migrations. It needs a constructor without
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
 * <p>On the command line, later settings override earlier ones:
 *
 * <ol>
 *   <li>{@code migrate.properties}: first the plain keys, then those of the environment that {@code --env} names;
 *   <li>this class;
 *   <li>the options of the command: {@code --url} replaces its {@code DataSource}, and {@code --entities},
 *       {@code --schema} or {@code --model} replaces its model.
 * </ol>
 *
 * <p>Migrations, filters and listeners accumulate. With a {@code DataSource} set by this class, the command line needs
 * neither a URL nor a password.
 */
@FunctionalInterface
public interface Environment {

    /**
     * Configures a migrator. It is called once for each migrator, even for one that does not use the database, so it
     * should not open a connection.
     *
     * @param builder the builder of the migrator, which already contains the migrations of the configuration
     */
    void configure(MigratorBuilder builder);
}
