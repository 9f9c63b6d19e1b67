package dev.migrate.internal.codegen.golden;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/**
 * Views and triggers.
 *
 * <p>Written on 2026-11-25.
 */
@Revision(id = "003b", parents = "002a9f", message = "views and triggers")
public final class M003_ViewsAndTriggers implements Migration {

    @Override
    public void up(Operations op) {
        op.createView("active_users", """
                select `u`.`id` AS `id`,`u`.`name` AS `name`,count(`m`.`id`) AS `messages` from (`users` `u` left join \
                `chat_messages` `m` on(`m`.`user_id` = `u`.`id`)) where `u`.`status` = 'active' group by `u`.`id`
                """);
        op.createTrigger(new Trigger("users_bi", "users", Trigger.Timing.BEFORE, Trigger.Event.INSERT, """
                BEGIN
                    IF NEW.name = '' THEN
                        SET NEW.name = "\\\\nobody";
                    END IF;
                END
                """));
        op.createRoutine(new Routine(Routine.Kind.FUNCTION, "twice", "(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n"));
        op.execute("UPDATE users SET name = ? WHERE id = ?", "ann", 7);
        op.execute("""
                UPDATE users
                SET name = TRIM(name)
                WHERE name LIKE ' %'
                """);
    }

    @Override
    public void down(Operations op) {
        op.dropRoutine(new Routine(Routine.Kind.FUNCTION, "twice", "(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n"));
        op.dropTrigger("users_bi");
        op.dropView(new View(
                "active_users",
                "select 1",
                View.Algorithm.MERGE,
                View.Security.INVOKER,
                View.CheckOption.NONE,
                new CreationContext(null, "utf8mb4", "utf8mb4_general_ci")));
    }
}
