package dev.migrate.generate;

import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes views, triggers and routines. */
final class ProgramCode {

    private final Imports imports;

    ProgramCode(Imports imports) {
        this.imports = imports;
    }

    /** What hands a view over: its name and its query, if there is nothing else to say of it. */
    Code[] view(View view) {
        Code name = new Quoted(view.name());
        Code select = new Sql(view.select(), true);
        if (view.equals(new View(view.name(), view.select()))) {
            return new Code[] {name, select};
        }
        return new Code[] {
            Chain.of(
                    "new " + imports.type(View.class),
                    name,
                    select,
                    constant(view.algorithm()),
                    constant(view.security()),
                    constant(view.checkOption()),
                    context(view.context()))
        };
    }

    Code trigger(Trigger trigger) {
        List<Code> arguments = new ArrayList<>(List.of(
                new Quoted(trigger.name()),
                new Quoted(trigger.table()),
                constant(trigger.timing()),
                constant(trigger.event()),
                new Sql(trigger.body(), true)));
        return made(Trigger.class, arguments, trigger.context());
    }

    Code routine(Routine routine) {
        List<Code> arguments = new ArrayList<>(
                List.of(constant(routine.kind()), new Quoted(routine.name()), new Sql(routine.definition(), true)));
        return made(Routine.class, arguments, routine.context());
    }

    private Code made(Class<?> type, List<Code> arguments, CreationContext context) {
        if (!context.equals(CreationContext.OF_SESSION)) {
            arguments.add(context(context));
        }
        return Chain.of("new " + imports.type(type), arguments);
    }

    private Code constant(Enum<?> constant) {
        return new Plain(imports.constant(constant));
    }

    private Code context(CreationContext context) {
        String type = imports.type(CreationContext.class);
        return context.equals(CreationContext.OF_SESSION)
                ? new Plain(type + ".OF_SESSION")
                : Chain.of(
                        "new " + type,
                        quoted(context.sqlMode()),
                        quoted(context.charset()),
                        quoted(context.collation()));
    }

    private static Code quoted(@Nullable String value) {
        return value == null ? new Plain("null") : new Quoted(value);
    }
}
