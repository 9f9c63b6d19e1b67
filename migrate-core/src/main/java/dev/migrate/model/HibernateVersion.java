package dev.migrate.model;

import dev.migrate.error.SchemaException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Version;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The version of Hibernate on the class path.
 *
 * @param text the version as Hibernate displays it; not a number if Hibernate was repackaged
 */
record HibernateVersion(String text) {

    private static final String SUPPORTED = "6.6 and 7";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\D.*");

    static HibernateVersion current() {
        return new HibernateVersion(Version.getVersionString());
    }

    /** Rejects versions whose mapping model lacks what is read. Later versions are tried. */
    void requireSupported() {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            int major = Integer.parseInt(numbers.group(1));
            if (major < 6 || (major == 6 && Integer.parseInt(numbers.group(2)) < 6)) {
                throw unsupported(null);
            }
        }
    }

    /** Returns the exception for a version that does not have what is read. */
    SchemaException unsupported(@Nullable LinkageError missing) {
        return new SchemaException(
                SchemaException.Reason.HIBERNATE_NOT_AVAILABLE,
                "Entities cannot be read with Hibernate " + text + ", only with " + SUPPORTED
                        + (missing == null ? "." : ": " + missing.getMessage() + "."),
                "Use a version that is listed in docs/models.md.",
                missing);
    }

    /** Returns what differs in the mapping model of this version. */
    static MappingFeatures features() {
        return hasOptions() ? new Hibernate7Features() : new Hibernate6Features();
    }

    private static boolean hasOptions() {
        try {
            return Table.class.getMethod("getOptions") != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
