package dev.migrate.cli;

import dev.migrate.Verification;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.plan.VerifiedRevision.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats the results of a verification. Stateless. */
final class VerificationText {

    private VerificationText() {}

    static List<String> lines(VerifiedRevision verified, Paint paint) {
        String id = verified.revision().id();
        String message = verified.revision().message().isEmpty()
                ? ""
                : ", " + verified.revision().message();
        String status = Wording.word(verified.status());
        String word = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
        List<String> lines = new ArrayList<>();
        lines.add((verified.status() == Status.FAILED ? paint.red(word) : word) + " " + Wording.oneLine(id + message));
        verified.details().forEach(detail -> lines.add("    " + Secrets.masked(Wording.oneLine(detail))));
        return lines;
    }

    static List<String> lines(SchemaFile file) {
        List<String> lines = new ArrayList<>();
        if (!file.isDifferent()) {
            lines.add((file.isWritten() ? "Wrote " : "Up to date: ") + file.path());
            return lines;
        }
        lines.add(file.path() + " differs from the migrated schema (- file, + schema):");
        file.differences().forEach(line -> lines.add("    " + line));
        lines.add("Update it with --write.");
        return lines;
    }

    /** The number of revisions with each status. */
    static String summary(Verification verification) {
        List<String> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = verification.revisions().stream()
                    .filter(each -> each.status() == status)
                    .count();
            if (count > 0) {
                counts.add(count + " " + Wording.word(status));
            }
        }
        return counts.isEmpty() ? "There are no revisions." : String.join(", ", counts) + ".";
    }
}
