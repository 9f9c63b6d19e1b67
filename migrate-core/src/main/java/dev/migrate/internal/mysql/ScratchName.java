package dev.migrate.internal.mysql;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a scratch database: a prefix, the time of its creation and random digits. It is also the name of the lock
 * that each session holds while it uses the database. Immutable.
 *
 * @param text the name: lower-case letters, digits and underscores; needs no quoting
 * @param createdAt the time of the creation, by the clock of the server
 */
record ScratchName(String text, Instant createdAt) {

    /** The prefix of the names of all scratch databases. */
    static final String PREFIX = "migrate_scratch_";

    /** A run uses its scratch database in one session after the other, without a pause as long as this. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static final Pattern PATTERN = Pattern.compile(PREFIX + "(?<time>[0-9a-f]{8})_[0-9a-f]{12}");
    private static final Random RANDOM = new SecureRandom();
    private static final int RANDOM_BITS = 48;

    /** A new name. */
    static ScratchName at(Instant now) {
        String text = String.format(
                Locale.ROOT,
                "%s%08x_%012x",
                PREFIX,
                now.getEpochSecond(),
                RANDOM.nextLong() >>> (Long.SIZE - RANDOM_BITS));
        return new ScratchName(text, now);
    }

    /** Parses a name; empty if it was not created by {@link #at}. */
    static Optional<ScratchName> parse(String text) {
        Matcher name = PATTERN.matcher(text);
        return name.matches()
                ? Optional.of(new ScratchName(text, Instant.ofEpochSecond(Long.parseLong(name.group("time"), 16))))
                : Optional.empty();
    }

    /** Whether a database that no session uses has been left by a process that was killed. */
    boolean isOldAt(Instant now) {
        return createdAt.plus(LONGEST_PAUSE).isBefore(now);
    }
}
