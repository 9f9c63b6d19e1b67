package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ObjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFilterTest {

    @Test
    void everythingIsComparedWithoutPatterns() {
        assertThat(new TableFilter(List.of(), List.of()).test(ObjectKind.TABLE, "a"))
                .isTrue();
    }

    @Test
    void aStarMatchesAnyCharacters() {
        TableFilter filter = new TableFilter(List.of("app_*", "a.b"), List.of("*_old", "app_tmp"));

        assertThat(filter.test(ObjectKind.TABLE, "app_users")).isTrue();
        assertThat(filter.test(ObjectKind.VIEW, "app_")).isTrue();
        assertThat(filter.test(ObjectKind.TABLE, "a.b")).isTrue();
        assertThat(filter.test(ObjectKind.TABLE, "axb")).isFalse();
        assertThat(filter.test(ObjectKind.TABLE, "my_app_users")).isFalse();
        assertThat(filter.test(ObjectKind.TABLE, "app_users_old")).isFalse();
        assertThat(filter.test(ObjectKind.TABLE, "app_tmp")).isFalse();
        assertThat(filter.test(ObjectKind.VIEW, "other")).isFalse();
    }

    @Test
    void onlyTablesAndViewsAreFiltered() {
        assertThat(new TableFilter(List.of("a"), List.of("b")).test(ObjectKind.ROUTINE, "b"))
                .isTrue();
    }
}
