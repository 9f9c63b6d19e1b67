package dev.migrate.internal.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.diff.Change;
import dev.migrate.error.SourceException;
import dev.migrate.operation.EveryOperationTest;
import dev.migrate.operation.RunCode;
import dev.migrate.source.SourceOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamingTest {

    private static String named(String pattern, String message, String... used) {
        return ClassNaming.of(pattern).className("ae1027a6acf0", message, List.of(used));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        initial schema,                     M001_InitialSchema
        'add e-mail, and more!',            M001_AddEMailAndMore
        Größe der Straße,                   M001_GroEDerStraE
        2FA for users,                      M001_2FAForUsers
        日本,                                M001
        '',                                 M001
        ../../etc/passwd,                   M001_EtcPasswd
        '"; System.exit(1); //',            M001_SystemExit1
        """)
    void theMessageBecomesTheName(String message, String name) {
        assertThat(named(SourceOptions.DEFAULT_NAMING, message)).isEqualTo(name);
    }

    @Test
    void aLongMessageIsCutAfterAWord() {
        assertThat(named(SourceOptions.DEFAULT_NAMING, "word ".repeat(50))).isEqualTo("M001_" + "Word".repeat(15));
        assertThat(named(SourceOptions.DEFAULT_NAMING, "x".repeat(500))).isEqualTo("M001_X" + "x".repeat(59));
    }

    @Test
    void theNumberIsOneMoreThanTheHighest() {
        assertThat(named(
                        SourceOptions.DEFAULT_NAMING,
                        "x",
                        "M001_A",
                        "M012B",
                        "M7",
                        "N099_X",
                        "Migration100",
                        "MyMigration"))
                .isEqualTo("M013_X");
        assertThat(named(SourceOptions.DEFAULT_NAMING, "x", "M999_A")).isEqualTo("M1000_X");
        assertThat(named("V${number}", "x", "V041", "M099")).isEqualTo("V042");
        assertThat(named("${message}${number}", "x", "Anything041")).isEqualTo("X042");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '',                                      M001_AddNames
        M007_Users,                              M008_AddNames
        001_users,                               002_add_names
        '1_users, 9_orders',                     10_add_names
        '0001_users, 0002_Orders',               0003_AddNames
        '001_users, M005_Orders',                006_add_names
        '001_users, 003, M002_Orders',           004_add_names
        001_2fa,                                 002_add_names
        '2026_11_30_users, 20261130_a, V1__b',   M001_AddNames
        """)
    void aFileIsNamedLikeTheOthers(String used, String name) {
        assertThat(ClassNaming.of(SourceOptions.DEFAULT_NAMING)
                        .likeFiles(List.of(used.split(", ", -1)))
                        .fileName("c1", "add names", List.of(used.split(", ", -1))))
                .isEqualTo(name);
    }

    @Test
    void aClassIsNumberedAfterTheFiles() {
        assertThat(named(SourceOptions.DEFAULT_NAMING, "x", "003_users", "M002_Orders"))
                .isEqualTo("M004_X");
    }

    @Test
    void aFileMayHaveANameThatIsNotOneOfAClass() {
        ClassNaming naming = ClassNaming.of("${number}-${slug}").likeFiles(List.of("001_users"));

        assertThat(naming.fileName("c1", "add names", List.of("001_users"))).isEqualTo("002-add_names");
        assertThatThrownBy(() -> ClassNaming.of("../${slug}").fileName("c1", "x", List.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is not a valid file name");
    }

    @Test
    void aCustomPatternIsUsed() {
        assertThat(named("V_${id}_${slug}", "Add Email")).isEqualTo("V_ae1027a6acf0_add_email");
        assertThatThrownBy(() -> ClassNaming.of("M${count}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("${count}")
                .hasMessageContaining("${id}, ${message}, ${number}, ${slug}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "${slug}", "a/b", "${number}", "M-${number}", "Migration", "Operations", "class"})
    void invalidClassNamesAreRejected(String pattern) {
        assertThatThrownBy(() -> named(pattern, ""))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is not a valid class name");
    }

    @Test
    void aNameInUseIsRejectedRegardlessOfCase() {
        assertThatThrownBy(() -> named("${message}", "add email", "Addemail"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("AddEmail already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Index", "Rule", "View", "Position", "Check", "Trigger", "List", "KeyPart", "Part1"})
    void aMigrationMayHaveTheNameOfAClassThatItUses(String name) {
        MigrationSpec draft = SourceRoundTrip.draft(
                SourceRoundTrip.changes(EveryOperationTest.operations().stream()
                        .filter(operation -> !(operation instanceof RunCode))
                        .toList()),
                Optional.empty());
        MigrationSpec renamed =
                new MigrationSpec(draft.packageName(), name, draft.revision(), draft.date(), draft.up(), draft.down());

        CompiledSource compiled =
                CompiledSource.of(draft.packageName() + "." + name, MigrationSource.of(renamed, Template.standard()));

        assertThat(compiled.up())
                .isEqualTo(draft.up().stream().map(Change::operation).toList());
    }
}
