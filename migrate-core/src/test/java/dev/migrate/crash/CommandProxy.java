package dev.migrate.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proxy between clients and a server that counts the clients' commands and injects a fault at one of them. */
final class CommandProxy implements AutoCloseable {

    private final CrashServer server;
    private final ServerSocket listener;
    private @Nullable FaultInjection injection;
    private boolean isInjected;
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

    /** Restarts the counter, and injects the fault at the command of the case. */
    synchronized void arm(@Nullable FaultInjection next) {
        injection = next;
        isInjected = false;
        commands.clear();
    }

    /** Whether the command has arrived. */
    synchronized boolean isInjected() {
        return isInjected;
    }

    /** Waits until the injected fault is over. */
    void awaitFault() {
        FaultInjection current = current();
        if (current != null) {
            current.awaitEnd();
        }
    }

    private synchronized @Nullable FaultInjection current() {
        return isInjected ? injection : null;
    }

    /** The commands that have arrived. */
    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Counts a command, and returns the fault to inject. */
    synchronized @Nullable FaultInjection next(String command) {
        commands.add(command);
        if (injection == null
                || isInjected
                || commands.size() != injection.crash().command()) {
            return null;
        }
        isInjected = true;
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
