package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** No version of the server keeps a name or a comment as it is written. Found before anything runs. */
public final class UnsupportedCharacterException extends MigrateException {

    private final String text;

    /**
     * Says what cannot be kept.
     *
     * @param what what the text is, as the subject of a sentence, for instance "The name"
     * @param text the text
     * @param reason why not, as the rest of the sentence
     */
    public UnsupportedCharacterException(String what, String text, String reason) {
        super(what + " \"" + text + "\" cannot be kept by the server: " + reason + ".", "Choose another one.");
        this.text = text;
    }

    /**
     * Returns the text that cannot be kept.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
