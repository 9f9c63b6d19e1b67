package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.parse.EventText;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/** Renders views, triggers, routines and events. The definer is left to the server. */
final class StoredObjectWriter {

    private StoredObjectWriter() {}

    static String view(View view) {
        String algorithm = view.algorithm() == View.Algorithm.UNDEFINED ? "" : "ALGORITHM=" + view.algorithm() + " ";
        String security = view.security() == View.Security.DEFINER ? "" : "SQL SECURITY INVOKER ";
        String checkOption =
                view.checkOption() == View.CheckOption.NONE ? "" : "\nWITH " + view.checkOption() + " CHECK OPTION";
        return "CREATE " + algorithm + security + "VIEW " + Quoting.name(view.name()) + " AS\n" + view.select()
                + checkOption;
    }

    static String trigger(Trigger trigger) {
        return "CREATE TRIGGER " + Quoting.name(trigger.name()) + " " + trigger.timing() + " " + trigger.event()
                + " ON " + Quoting.name(trigger.table()) + " FOR EACH ROW\n" + trigger.body();
    }

    static String event(ScheduledEvent event) {
        return "CREATE EVENT " + Quoting.name(event.name()) + " "
                + EventText.withoutDefaultCompletion(event.definition());
    }

    static String routine(Routine routine) {
        return "CREATE " + routine.kind() + " " + Quoting.name(routine.name()) + " " + routine.definition();
    }
}
