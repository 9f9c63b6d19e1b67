package dev.migrate.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all goals: runs the command with the name of the goal. Settings that have no parameter are in
 * {@code migrate.properties}. Maven sets the fields before the goal runs. Goals of several modules may run at the same time.
 */
public abstract class CommandMojo extends AbstractMojo {

    /** The exit code of a command that has found something to report, such as pending revisions. */
    private static final int FOUND = 1;

    /** Skips the goal. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /** The configuration file, which need not exist. */
    @Parameter(property = "migrate.config", defaultValue = "${project.basedir}/migrate.properties")
    private File configFile;

    /** The environment in the configuration file, whose keys begin with {@code env.NAME}. */
    @Parameter(property = "migrate.env")
    private @Nullable String env;

    /** The JDBC URL of the database, without a password. */
    @Parameter(property = "migrate.url")
    private @Nullable String url;

    /** The database user. */
    @Parameter(property = "migrate.user")
    private @Nullable String user;

    /** The password, for example <code>${env.DB_PASSWORD}</code>. It cannot be given on the command line. */
    @Parameter
    private @Nullable String password;

    /** The id of a server in {@code settings.xml} with the user and the password, which may be encrypted. */
    @Parameter(property = "migrate.serverId")
    private @Nullable String serverId;

    /**
     * Folders with the migrations, as SQL files and Java sources, which are compiled in memory. Without this parameter,
     * <code>packageName</code> and a configuration file, it is <code>src/main/migrations</code>.
     */
    @Parameter(property = "migrate.migrations")
    private List<File> migrations = List.of();

    /** The package of compiled migrations. */
    @Parameter(property = "migrate.package")
    private @Nullable String packageName;

    /** More options of the command, as on the command line. */
    @Parameter(property = "migrate.arguments")
    private List<String> arguments = List.of();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        List<File> folders = folders();
        if (folders.isEmpty() && packageName == null && !configFile.exists()) {
            getLog().info("Skipped: " + project.getArtifactId()
                    + " has no migrate.properties and no src/main/migrations.");
            return;
        }
        checkVersion();
        Optional<Credentials> credentials = credentials();
        List<String> all = new ArrayList<>(List.of(execution.getGoal()));
        all.addAll(ownArguments());
        if (configFile.exists()) {
            add(all, "--config", configFile.getPath());
        }
        add(all, "--env", env);
        add(all, "--url", url);
        add(all, "--user", credentials.map(Credentials::user).orElse(user));
        add(all, "--package", packageName);
        folders.forEach(folder -> add(all, "--migrations", folder.getPath()));
        all.addAll(arguments);
        run(credentials.map(Credentials::password).orElse(password), all);
    }

    /** The positional parameters and options of the command that have parameters of the goal. */
    List<String> ownArguments() {
        return List.of();
    }

    /** Adds an option if it has a value. */
    static void add(List<String> arguments, String option, @Nullable String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    private List<File> folders() {
        File usual = new File(project.getBasedir(), "src/main/migrations");
        boolean isUsual = migrations.isEmpty() && packageName == null && !configFile.exists() && usual.isDirectory();
        return isUsual ? List.of(usual) : migrations;
    }

    /** One class loader has both, and only one version of each class. */
    private void checkVersion() throws MojoExecutionException {
        for (Artifact artifact : project.getArtifacts()) {
            boolean isLibrary = artifact.getGroupId().equals(plugin.getGroupId())
                    && artifact.getArtifactId().equals("migrate-core");
            if (isLibrary && !artifact.getBaseVersion().equals(plugin.getVersion())) {
                throw new MojoExecutionException(
                        "The project depends on migrate-core " + artifact.getBaseVersion() + ", but this is version "
                                + plugin.getVersion() + " of the plugin. Use the same version of both.");
            }
        }
    }

    private Optional<Credentials> credentials() throws MojoExecutionException {
        if (serverId == null) {
            return Optional.empty();
        }
        if (user != null || password != null) {
            throw new MojoExecutionException("The user and the password are those of the server " + serverId
                    + " in settings.xml: remove the parameter"
                    + " serverId, or the parameters user and password.");
        }
        return Optional.of(Credentials.of(serverId, settings, decrypter));
    }

    private void run(@Nullable String secret, List<String> command)
            throws MojoExecutionException, MojoFailureException {
        List<String> failure = new ArrayList<>();
        int exitCode;
        try (CommandClassLoader loader = CommandClassLoader.of(plugin, project)) {
            exitCode = loader.run(secret, getLog()::info, getLog()::warn, failure::add, command);
        }
        String message = String.join(System.lineSeparator(), failure).replaceFirst("^migrate: ", "");
        if (exitCode == FOUND) {
            throw new MojoFailureException(
                    message.isEmpty() ? "migrate " + execution.getGoal() + ": see its report above." : message);
        }
        if (exitCode != 0) {
            throw new MojoExecutionException(message);
        }
    }
}
