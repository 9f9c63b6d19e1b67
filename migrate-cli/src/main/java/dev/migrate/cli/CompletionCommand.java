package dev.migrate.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate completion}. */
@Command(
        name = "completion",
        description = {
            "Print a script that enables completion of commands and options in a shell.",
            "Use it with: eval \"$(migrate completion bash)\""
        })
final class CompletionCommand extends Subcommand {

    private static final String BASH = "bash";

    private static final String ZSH = "zsh";

    /** Zsh accepts the script of bash once these functions are loaded. */
    private static final String FOR_ZSH = "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n";

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell;

    @Override
    public void run() {
        if (!List.of(BASH, ZSH).contains(shell)) {
            throw new UsageException("Completion is available for bash and zsh, but not for " + shell + ".");
        }
        out().print((shell.equals(ZSH) ? FOR_ZSH : "") + script());
        out().flush();
    }

    private String script() {
        return AutoComplete.bash("migrate", commandLine().getParent());
    }
}
