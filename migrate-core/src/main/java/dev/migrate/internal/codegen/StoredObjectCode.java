package dev.migrate.internal.codegen;

import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates views, triggers, routines, events and sequences. */
final class StoredObjectCode {

    private final Imports imports;

    StoredObjectCode(Imports imports) {
        this.imports = imports;
    }

    /** The arguments for a view: its name and its query, if it has no other attributes. */
    Code[] view(View view) {
        Code name = new StringCode(view.name());
        Code select = new SqlCode(view.select(), true);
        if (view.equals(new View(view.name(), view.select()))) {
            return new Code[] {name, select};
        }
        return new Code[] {
            MethodChain.of(
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
                new StringCode(trigger.name()),
                new StringCode(trigger.table()),
                constant(trigger.timing()),
                constant(trigger.event()),
                new SqlCode(trigger.body(), true)));
        return made(Trigger.class, arguments, trigger.context());
    }

    Code routine(Routine routine) {
        List<Code> arguments = new ArrayList<>(List.of(
                constant(routine.kind()), new StringCode(routine.name()), new SqlCode(routine.definition(), true)));
        return made(Routine.class, arguments, routine.context());
    }

    Code event(ScheduledEvent event) {
        List<Code> arguments =
                new ArrayList<>(List.of(new StringCode(event.name()), new SqlCode(event.definition(), true)));
        boolean isOfSession = event.timeZone() == null && event.context().equals(CreationContext.OF_SESSION);
        if (!isOfSession) {
            arguments.add(quoted(event.timeZone()));
            arguments.add(context(event.context()));
        }
        return MethodChain.of("new " + imports.type(ScheduledEvent.class), arguments);
    }

    Code sequence(Sequence sequence) {
        return MethodChain.of(
                "new " + imports.type(Sequence.class),
                new StringCode(sequence.name()),
                new SqlCode(sequence.definition(), true));
    }

    private Code made(Class<?> type, List<Code> arguments, CreationContext context) {
        if (!context.equals(CreationContext.OF_SESSION)) {
            arguments.add(context(context));
        }
        return MethodChain.of("new " + imports.type(type), arguments);
    }

    private Code constant(Enum<?> constant) {
        return new RawCode(imports.constant(constant));
    }

    private Code context(CreationContext context) {
        String type = imports.type(CreationContext.class);
        return context.equals(CreationContext.OF_SESSION)
                ? new RawCode(type + ".OF_SESSION")
                : MethodChain.of(
                        "new " + type,
                        quoted(context.sqlMode()),
                        quoted(context.charset()),
                        quoted(context.collation()));
    }

    private static Code quoted(@Nullable String value) {
        return value == null ? new RawCode("null") : new StringCode(value);
    }
}
