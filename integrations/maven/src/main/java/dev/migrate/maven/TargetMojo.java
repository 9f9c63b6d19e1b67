package dev.migrate.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The base class of goals whose command has a target. */
public abstract class TargetMojo extends CommandMojo {

    /** The target: a revision id, <code>head</code>, <code>base</code>, or relative, such as <code>+1</code>. */
    @Parameter(property = "migrate.target")
    private @Nullable String target;

    @Override
    final List<String> ownArguments() {
        return target == null ? List.of() : List.of(target);
    }
}
