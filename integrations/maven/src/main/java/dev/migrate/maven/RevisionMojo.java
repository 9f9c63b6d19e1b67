package dev.migrate.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes the source of a new migration. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class RevisionMojo extends CommandMojo {

    /** The message, on one line. */
    @Parameter(property = "migrate.message", required = true)
    private String message;

    /** Generates the changes from the database to the model. */
    @Parameter(property = "migrate.autogenerate", defaultValue = "false")
    private boolean autogenerate;

    /** The folder of the new file. Without it, the folder of the migrations. */
    @Parameter(property = "migrate.directory")
    private @Nullable File directory;

    @Override
    List<String> ownArguments() {
        List<String> own = new ArrayList<>();
        add(own, "--message", message);
        add(own, "--directory", directory == null ? null : directory.getPath());
        if (autogenerate) {
            own.add("--autogenerate");
        }
        return own;
    }
}
