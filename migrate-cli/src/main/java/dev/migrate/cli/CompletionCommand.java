package dev.migrate.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate completion}. */
@Command(
        name = "completion",
        description = {
            "Print a script that lets a shell complete commands and options.",
            "Use it with: eval \"$(migrate completion bash)\""
        })
final class CompletionCommand extends Subcommand {

    private static final String BASH = "bash";

    private static final String ZSH = "zsh";

    /** Zsh understands the script of bash once these are loaded. */
    private static final String FOR_ZSH = "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n";

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell;

    @Override
    public void run() {
        if (!List.of(BASH, ZSH).contains(shell)) {
            throw new UsageException("There is a completion for bash and for zsh, but not for " + shell + ".");
        }
        out().print((shell.equals(ZSH) ? FOR_ZSH : "") + script());
        out().flush();
    }

    private String script() {
        return AutoComplete.bash("migrate", commandLine().getParent());
    }
}
