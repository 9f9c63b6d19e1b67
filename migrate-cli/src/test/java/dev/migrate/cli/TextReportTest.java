package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.RevisionDetails;
import dev.migrate.RevisionStatus;
import dev.migrate.revision.RevisionNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final RevisionNode NODE = new RevisionNode("002", List.of("001"), List.of(), List.of(), "notes");
    private static final RevisionStatus STATUS =
            new RevisionStatus(new RevisionDetails(NODE, List.of(), List.of()), true, true, true, false);

    private static String current(Paint paint) {
        StringWriter out = new StringWriter();
        new TextReport(new PrintWriter(out), paint, false, false).current(List.of(STATUS), Optional.empty(), List.of());
        return out.toString().strip();
    }

    @Test
    void colorsMarkTheCurrentRevision() {
        assertThat(current(Paint.COLORED))
                .isEqualTo("002\u001B[32m (head)\u001B[0m\u001B[32m (current)\u001B[0m, notes");
        assertThat(current(Paint.PLAIN)).isEqualTo("002 (head) (current), notes");
    }
}
