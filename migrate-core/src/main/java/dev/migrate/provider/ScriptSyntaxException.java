package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** A script cannot be split into statements. Found before anything runs. */
public final class ScriptSyntaxException extends MigrateException {

    private final String script;
    private final int line;
    private final int column;

    /**
     * Says what is wrong, and where.
     *
     * @param script names the script, as in an error's text
     * @param line the line, counted from one
     * @param column the character in the line, counted from one
     * @param problem what is wrong there: half a sentence
     * @param remedy what to do: whole sentences
     */
    public ScriptSyntaxException(String script, int line, int column, String problem, String remedy) {
        super(
                "The script " + script + " cannot be split into statements: at line " + line + ", column " + column
                        + ", " + problem + ". Nothing was run.",
                remedy);
        this.script = script;
        this.line = line;
        this.column = column;
    }

    /**
     * Names the script.
     *
     * @return its name
     */
    public String script() {
        return script;
    }

    /**
     * Says in which line it is wrong.
     *
     * @return the line, counted from one
     */
    public int line() {
        return line;
    }

    /**
     * Says where in the line it is wrong.
     *
     * @return the character in the line, counted from one; one outside of the basic plane is one as well
     */
    public int column() {
        return column;
    }
}
