package dev.migrate.source;

/** The language of the source of a migration. */
public enum SourceFormat {
    /** A Java class. */
    JAVA(".java"),
    /** An SQL file with a header of comments. */
    SQL(".sql");

    private final String suffix;

    SourceFormat(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Returns the suffix of the names of files.
     *
     * @return the suffix, with its dot
     */
    public String suffix() {
        return suffix;
    }
}
