package dev.migrate.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * The user and the password of a server in {@code settings.xml}. Immutable.
 *
 * @param user the user, or null if the server has none
 * @param password the decrypted password, or null if the server has none
 */
record Credentials(@Nullable String user, @Nullable String password) {

    /**
     * Reads and decrypts them.
     *
     * @throws MojoExecutionException if there is no such server, or its password cannot be decrypted
     */
    static Credentials of(String serverId, Settings settings, SettingsDecrypter decrypter)
            throws MojoExecutionException {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new MojoExecutionException("settings.xml has no server with the id " + serverId + ".");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MojoExecutionException("The password of the server " + serverId
                        + " in settings.xml cannot be decrypted (" + problem.getMessage() + ").");
            }
        }
        return new Credentials(
                result.getServer().getUsername(), result.getServer().getPassword());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
