package dev.migrate.maven;

import dev.migrate.cli.EmbeddedCommand;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one execution: the library, the commands and the class path of the project, all in one, because the
 * library calls Hibernate. Only the log is Maven's. Modules of a build never share a class.
 */
final class CommandClassLoader implements AutoCloseable {

    private final URLClassLoader loader;

    private CommandClassLoader(URLClassLoader loader) {
        this.loader = loader;
    }

    /** The artifacts of the plugin, then the classes of the project, then its dependencies. */
    static CommandClassLoader of(PluginDescriptor plugin, MavenProject project) throws MojoExecutionException {
        List<URL> urls = new ArrayList<>();
        try {
            for (Artifact artifact : plugin.getArtifacts()) {
                add(urls, artifact.getFile());
            }
            add(urls, new File(project.getBuild().getOutputDirectory()));
            for (Artifact artifact : project.getArtifacts()) {
                add(urls, artifact.getFile());
            }
        } catch (MalformedURLException e) {
            throw new MojoExecutionException("The class path of the project is not valid (" + e + ").", e);
        }
        return new CommandClassLoader(new URLClassLoader(urls.toArray(URL[]::new), new MavenLogging()));
    }

    /** A dependency may have no file, for example one on a POM. */
    private static void add(List<URL> urls, @Nullable File file) throws MalformedURLException {
        if (file != null) {
            urls.add(file.toURI().toURL());
        }
    }

    /** Runs a command and returns its exit code: see {@link EmbeddedCommand#run}. */
    int run(
            @Nullable String password,
            Consumer<String> out,
            Consumer<String> warnings,
            Consumer<String> failure,
            List<String> command)
            throws MojoExecutionException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (int) loader.loadClass(EmbeddedCommand.class.getName())
                    .getMethod("run", String.class, Consumer.class, Consumer.class, Consumer.class, String[].class)
                    .invoke(null, password, out, warnings, failure, command.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new MojoExecutionException("Internal error: " + e.getCause() + ".", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new MojoExecutionException("Internal error: " + e + ".", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws MojoExecutionException {
        try {
            loader.close();
        } catch (IOException e) {
            throw new MojoExecutionException("The class path of the project could not be closed (" + e + ").", e);
        }
    }

    /** The JDK, and the SLF4J of Maven. */
    private static final class MavenLogging extends ClassLoader {

        MavenLogging() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return CommandClassLoader.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
