package dev.migrate.internal.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.SourceException;
import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contents of revision files, in all forms of Alembic's templates and of handwritten files. */
class RevisionReaderTest {

    private static final Path FILE = Path.of("versions", "a1.py");

    private static RevisionFile read(String python) {
        return RevisionReader.read(FILE, python);
    }

    private static SourceException refusal(String python) {
        return catchThrowableOfType(SourceException.class, () -> read(python));
    }

    @Test
    void readsTheCurrentTemplate() {
        RevisionFile file = read("""
            \"""create "account" table

            Revision ID: ae1027a6acf
            Revises: 1975ea83b712
            Create Date: 2024-11-08 11:40:27.089406

            \"""
            from typing import Sequence, Union

            from alembic import op
            import sqlalchemy as sa


            # revision identifiers, used by Alembic.
            revision: str = 'ae1027a6acf'
            down_revision: Union[str, Sequence[str], None] = '1975ea83b712'
            branch_labels: Union[str, Sequence[str], None] = None
            depends_on: Union[str, Sequence[str], None] = None


            def upgrade() -> None:
                \"""Upgrade schema.\"""
                op.add_column('account', sa.Column('a', sa.Text()))
                op.execute(\"""
            revision = 'no'
            \""")
            # a remark


            def downgrade() -> None:
                pass
            """);

        assertThat(file.revision())
                .isEqualTo(new RevisionNode(
                        "ae1027a6acf", List.of("1975ea83b712"), List.of(), List.of(), "create \"account\" table"));
        assertThat(file.date()).contains(LocalDate.of(2024, 11, 8));
        assertThat(file.upgrade()).startsWith("def upgrade() -> None:\n").contains("revision = 'no'\n\"\"\")");
        assertThat(file.downgrade()).isEqualTo("def downgrade() -> None:\n    pass");
    }

    @Test
    void readsTheOldTemplateAndWindowsLineEnds() {
        String python = """
            '''first'''
            revision = "a1"
            down_revision = None
            def upgrade():
                pass
            """;

        RevisionFile file = read("\uFEFF" + python.replace("\n", "\r\n"));

        assertThat(file.revision()).isEqualTo(new RevisionNode("a1", List.of(), List.of(), List.of(), "first"));
        assertThat(file.date()).isEmpty();
        assertThat(file.downgrade()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "None | ",
                "'a' | a",
                "u'a'  # why | a",
                "('a', \"b\") | a,b",
                "('a',) | a",
                "('a') | a",
                "['a', 'b',] | a,b",
                "'a', 'b' | a,b",
                "() | ",
                "\"\"\"a\"\"\" | a",
                "r'a\\b' | a\\b",
                "'it\\'s' | it's"
            })
    void readsLiteralValues(String value, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(","));

        assertThat(read("revision = 'x'\ndown_revision = " + value + "\n")
                        .revision()
                        .parents())
                .isEqualTo(wanted);
    }

    @Test
    void readsAListOfSeveralLines() {
        assertThat(read("revision = 'x'\ndown_revision = (  # both\n    'a',\n\n    'b',\n)\nbranch_labels = ('l',)\n"
                                + "depends_on = \\\n    'c'")
                        .revision())
                .isEqualTo(new RevisionNode("x", List.of("a", "b"), List.of("l"), List.of("c"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other()",
                "'a' 'b'",
                "'a' + 'b'",
                "f'a'",
                "b'a'",
                "['a' for _ in x]",
                "('a'",
                "'a",
                "('a', None)",
                "'a' if x else None",
                ""
            })
    void rejectsExpressions(String value) {
        assertThat(refusal("# one\nrevision = 'x'\ndown_revision = " + value + "\n"))
                .hasMessageStartingWith(FILE + ", line ")
                .hasMessageContaining("Nothing was written.");
    }

    @Test
    void reportsFileAndLine() {
        assertThat(refusal("# one\nrevision = 'x'\ndown_revision = find(1)\n"))
                .hasMessage(
                        FILE + ", line 3: this is not a literal value. Nothing was written. Write None, a string, or a"
                                + " tuple or list of strings there; other expressions are not evaluated.");
        assertThat(refusal("revision = 'x'\nrevision = 'y'\n"))
                .hasMessageStartingWith(FILE + ", line 2: revision is assigned a second time.");
        assertThat(refusal("def upgrade():\n    '''begins"))
                .hasMessageStartingWith(FILE + ", line 2: the string is not terminated.");
    }

    @Test
    void rejectsAFileWithoutARevision() {
        assertThat(refusal("if True:\n    revision = 'x'\nrevisions = 'y'\nrevision == 'z'\n"))
                .hasMessageStartingWith(FILE + " does not assign a string to revision at its top level");
        assertThat(refusal("revision = None\n")).isNotNull();
    }
}
