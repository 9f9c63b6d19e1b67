package dev.migrate.internal.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.diff.Change;
import dev.migrate.error.SourceException;
import dev.migrate.operation.Operations;
import dev.migrate.revision.RevisionNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final List<Change> UP =
            SourceRoundTrip.changes(Operations.recordedBy(op -> op.execute("UPDATE t\nSET a = 1\n")));

    private static final String OWN = """
        // Copyright Example
        ${package}
        ${imports}

        // ${id} of ${date}: ${message}
        ${annotation}
        public class ${className} extends Object implements Migration {
          ${up}

          ${down}
          ${methods}
          // The end.
        }
        """;

    private static String filledIn(String packageName, Template template) {
        RevisionNode revision = new RevisionNode("a1", List.of("a0"), List.of(), List.of(), "rows");
        return MigrationSource.of(
                new MigrationSpec(packageName, "M001_Rows", revision, LocalDate.of(2026, 11, 25), UP, Optional.empty()),
                template);
    }

    @Test
    void aCustomTemplateIsUsed() {
        String source = filledIn("com.example", Template.of(OWN));

        assertThat(source).isEqualTo("""
            // Copyright Example
            package com.example;
            import dev.migrate.migration.Migration;
            import dev.migrate.migration.Revision;
            import dev.migrate.operation.Operations;

            // a1 of 2026-11-25: Rows.
            @Revision(id = "a1", parents = "a0", message = "rows")
            public class M001_Rows extends Object implements Migration {
              @Override
              public void up(Operations op) {
                  op.execute(\"""
                          UPDATE t
                          SET a = 1
                          \""");
              }
              // The end.
            }
            """);
        assertThat(CompiledSource.of("com.example.M001_Rows", source).up())
                .isEqualTo(UP.stream().map(Change::operation).toList());
    }

    @Test
    void aSourceWithoutPackageStartsWithItsImports() {
        assertThat(filledIn("", Template.standard())).startsWith("import dev.migrate.migration.Migration;");
    }

    @Test
    void anUnknownPlaceholderIsRejected() {
        assertThatThrownBy(() -> Template.of(OWN.replace("${date}", "${day}")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("${day}")
                .hasMessageContaining("${className}, ${date}, ${down}");
    }

    @Test
    void aMissingPlaceholderIsRejected() {
        assertThatThrownBy(() -> Template.of(OWN.replace("${down}", "").replace("${methods}", "")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("lacks ${down}, ${methods}");
    }
}
