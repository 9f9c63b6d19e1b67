package dev.migrate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands between clients and a server, counts the clients' commands, and lets a fault strike at one of them. */
final class CommandProxy implements AutoCloseable {

    private final CrashServer server;
    private final ServerSocket listener;
    private @Nullable FaultInjection injection;
    private boolean isStruck;
    private final List<String> commands = new ArrayList<>();

    private CommandProxy(CrashServer server) throws IOException {
        this.server = server;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static CommandProxy of(CrashServer server) {
        try {
            CommandProxy proxy = new CommandProxy(server);
            inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Counts from zero again, and strikes when the command comes that the case is about. */
    synchronized void arm(@Nullable FaultInjection next) {
        injection = next;
        isStruck = false;
        commands.clear();
    }

    /** Whether the command has come. */
    synchronized boolean isStruck() {
        return isStruck;
    }

    /** Returns when the fault is over that the command has let loose. */
    void awaitStrike() {
        FaultInjection struck = struck();
        if (struck != null) {
            struck.awaitEnd();
        }
    }

    private synchronized @Nullable FaultInjection struck() {
        return isStruck ? injection : null;
    }

    /** The commands that have come. */
    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Counts a command, and says what shall happen at it. */
    synchronized @Nullable FaultInjection next(String command) {
        commands.add(command);
        if (injection == null
                || isStruck
                || commands.size() != injection.crash().command()) {
            return null;
        }
        isStruck = true;
        return injection;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                inBackground(() -> connect(client));
            } catch (IOException e) {
                // It was closed.
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            server.awaitRunning();
            Socket toServer = new Socket(InetAddress.getLoopbackAddress(), server.port());
            client.setTcpNoDelay(true);
            toServer.setTcpNoDelay(true);
            new ProxiedConnection(this, client, toServer).start();
        } catch (IOException e) {
            ProxiedConnection.close(client);
        }
    }
}
