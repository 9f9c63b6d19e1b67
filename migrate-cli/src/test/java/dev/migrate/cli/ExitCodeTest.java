package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.LockException;
import dev.migrate.error.StatementOutcomeUnknownException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void theNumbersAreStable() {
        assertThat(Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code))
                .containsExactly("0 SUCCESS", "1 DIFFERENT", "2 USAGE", "3 FAILED", "4 LOCKED", "5 OUTCOME_UNKNOWN");
    }

    @Test
    void errorsHaveExitCodes() {
        assertThat(ExitCode.of(new UsageException("What?"))).isEqualTo(ExitCode.USAGE);
        assertThat(ExitCode.of(new LockException(LockException.Reason.TIMEOUT, 7L, "Held.", "Wait.", null)))
                .isEqualTo(ExitCode.LOCKED);
        assertThat(ExitCode.of(LockException.lost())).isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.of(new StatementOutcomeUnknownException("1", 2, "CALL p()", "Nothing was seen.")))
                .isEqualTo(ExitCode.OUTCOME_UNKNOWN);
        assertThat(ExitCode.of(new ConnectionFailedException(
                        ConnectionFailedException.Reason.UNUSABLE, "Gone.", "Look.", null)))
                .isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void theHelpListsThem() {
        StringWriter help = new StringWriter();

        Main.commandLine().setOut(new PrintWriter(help)).execute("upgrade", "--help");

        assertThat(help.toString().replaceAll("\\s+", " ")).contains(ExitCode.HELP);
    }
}
