package dev.migrate.internal.mysql.session;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The cases in which a driver ends an attempt to connect because the connection would not be as secure as its options
 * require. The drivers have no codes for them, only messages and causes. Stateless.
 */
final class InsecureConnection {

    private static final List<String> NO_KEY =
            List.of("Public Key Retrieval is not allowed", "RSA public key is not available");
    private static final List<String> NO_TLS =
            List.of("SSL Connection required, but not provided by server", "ssl not enabled in the server");
    private static final List<String> NOT_TRUSTED = List.of("with a Self signed certificates");
    private static final String MARIADB_DRIVER = "org.mariadb.jdbc.";

    private InsecureConnection() {}

    /**
     * Finds out what to do.
     *
     * @param causes the exception and its causes
     * @return full sentences, or empty if the failure has another reason
     */
    static Optional<String> remedy(List<Throwable> causes) {
        boolean isMariaDb = causes.stream().anyMatch(InsecureConnection::isOfMariaDbDriver);
        if (contain(causes, NO_KEY)) {
            return Optional.of(
                    "The server asks for the password in a way that needs TLS or the public key of the server:"
                            + " use TLS (" + sslMode("REQUIRED", "trust", isMariaDb) + " in the JDBC URL), or add"
                            + " allowPublicKeyRetrieval=true if the network between this machine and the server is trusted.");
        }
        if (contain(causes, NO_TLS)) {
            return Optional.of(
                    "The server does not offer TLS, which the JDBC URL requires: enable TLS on the server, or set "
                            + sslMode("DISABLED", "disable", isMariaDb) + " if the network is trusted.");
        }
        if (contain(causes, NOT_TRUSTED)
                || has(causes, CertificateException.class)
                || has(causes, CertPathValidatorException.class)) {
            return Optional.of("The driver does not trust the certificate of the server, or it belongs to another host:"
                    + " name its authority (" + (isMariaDb ? "serverSslCert" : "trustCertificateKeyStoreUrl")
                    + " in the JDBC URL) and the host as in the certificate, or set "
                    + sslMode("REQUIRED", "trust", isMariaDb)
                    + ", which encrypts without checking the certificate, if the network is trusted.");
        }
        boolean isNetwork = has(causes, SocketTimeoutException.class) || has(causes, ConnectException.class);
        if (has(causes, SSLException.class) && !isNetwork) {
            return Optional.of(
                    "The TLS handshake failed, for instance because the driver and the server have no TLS version"
                            + " in common: set " + (isMariaDb ? "enabledSslProtocolSuites" : "tlsVersions")
                            + "=TLSv1.2 in the JDBC URL or update the server, or set "
                            + sslMode("DISABLED", "disable", isMariaDb) + " if the network is trusted.");
        }
        return Optional.empty();
    }

    private static String sslMode(String ofConnectorJ, String ofMariaDb, boolean isMariaDb) {
        return "sslMode=" + (isMariaDb ? ofMariaDb : ofConnectorJ);
    }

    private static boolean isOfMariaDbDriver(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().startsWith(MARIADB_DRIVER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contain(List<Throwable> causes, List<String> messages) {
        return causes.stream()
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(text -> messages.stream().anyMatch(text::contains));
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
